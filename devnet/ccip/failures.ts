import {
  type Abi,
  type AbiParameter,
  decodeErrorResult,
  type Hex,
  isHex,
  parseAbi,
  size,
  toFunctionSelector,
} from 'viem'
import { formatAbiItem } from 'viem/utils'
import { type Release, releaseAbi } from '../../rocketh/ccip-releases.ts'

/** Why a message failed, down to the contract that refused. */
export interface CcipFailure {
  readonly data: Hex
  /** Undefined where no known contract has the error, or it had no data. */
  readonly errorName?: string
  readonly args?: readonly unknown[]
  /** The error that this one wraps, as a pool's in `TokenHandlingError`. */
  readonly inner?: CcipFailure
}

const contractsWithErrors: readonly Release[] = [
  'router',
  'onRamp',
  'offRamp',
  'feeQuoter',
  'nonceManager',
  'rmnRemote',
  'tokenAdminRegistry',
  'registryModuleOwnerCustom',
  'burnMintTokenPool',
]

/** Reverts of the gas meter and the pools' limiter, which no shipped ABI has. */
const unlisted = parseAbi([
  'error InsufficientGasForStaticCall()',
  'error NotEnoughGasForCall()',
  'error NoGasForCallExactCheck()',
  'error InsufficientGasToCompleteTx(bytes4 err)',
])

let collected: Promise<Abi> | undefined

/**
 * Collects every error of CCIP's contracts, so that a revert which passed
 * through several of them can be decoded.
 *
 * @returns An ABI of errors only, each once.
 */
export function ccipErrorsAbi(): Promise<Abi> {
  collected ??= collectErrors()
  return collected
}

async function collectErrors(): Promise<Abi> {
  const abis = await Promise.all(contractsWithErrors.map(releaseAbi))
  const bySelector = new Map<Hex, Abi[number]>()
  for (const item of [...unlisted, ...abis.flat()]) {
    if (item.type !== 'error') continue
    bySelector.set(toFunctionSelector(formatAbiItem(item)), item)
  }
  return [...bySelector.values()]
}

/**
 * Decodes the revert data of a failed message.
 *
 * @param data - From `ExecutionStateChanged`, or from a revert.
 * @param more - Errors of other contracts, as a token's or receiver's.
 * @returns The error and those that it wraps. Empty data inside a wrapper
 * means that the call ran out of gas.
 */
export async function decodeFailure(
  data: Hex,
  more: Abi = [],
): Promise<CcipFailure> {
  const abi = [...(await ccipErrorsAbi()), ...more]
  return decode(data, abi)
}

function decode(data: Hex, abi: Abi): CcipFailure {
  if (size(data) < 4) return { data }
  try {
    const { errorName, args = [], abiItem } = decodeErrorResult({ abi, data })
    const wrapped =
      'inputs' in abiItem ? wrappedData(abiItem.inputs, args) : undefined
    return {
      data,
      errorName,
      args,
      ...(wrapped === undefined ? {} : { inner: decode(wrapped, abi) }),
    }
  } catch {
    return { data }
  }
}

/** By convention of CCIP, a wrapped revert is the last, dynamic argument. */
function wrappedData(
  inputs: readonly AbiParameter[],
  args: readonly unknown[],
): Hex | undefined {
  const value = args.at(-1)
  return inputs.at(-1)?.type === 'bytes' && isHex(value) ? value : undefined
}

/**
 * Decodes why a call or transaction was refused, whichever client sent it.
 *
 * @param error - What was thrown.
 * @param more - Errors of other contracts.
 * @returns The decoded revert, or undefined when there was none.
 */
export async function failureOf(
  error: unknown,
  more: Abi = [],
): Promise<CcipFailure | undefined> {
  const data = revertData(error)
  return data === undefined ? undefined : decodeFailure(data, more)
}

/** Clients wrap the node's answer in causes, and nodes nest the data. */
function revertData(error: unknown): Hex | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { data, raw, cause } = error as Record<string, unknown>
  for (const candidate of [raw, data]) {
    if (isHex(candidate)) return candidate
  }
  return revertData(data) ?? revertData(cause)
}
