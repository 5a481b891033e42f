import {
  type Abi,
  type AbiParameter,
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  decodeErrorResult,
  type Hex,
  InsufficientFundsError,
} from 'viem'
import { OpenmeshError } from './OpenmeshError.ts'
import { remedies } from './remedies.ts'
import { noContract, notEnoughCoins, type SdkErrorName } from './sdkErrors.ts'
import { stateNames } from './states.ts'
import { errorTable } from './table.ts'

/** Where a failing call was going, so that the error can say it. */
export interface CallContext {
  address: Address
  functionName: string
}

/** A custom error with its values, and their names where it has any. */
export interface DecodedRevert {
  errorName: string
  args: readonly unknown[]
  inputs: readonly AbiParameter[]
}

/**
 * Turns whatever a call threw into an {@link OpenmeshError} with the custom
 * error's name, its values and a remedy. Errors of the transport are returned
 * as they came: their own text says what to do.
 *
 * @param error What viem threw.
 * @param context The call that failed.
 * @returns The error to throw.
 */
export function toOpenmeshError(error: unknown, context: CallContext): unknown {
  if (!(error instanceof BaseError)) return error
  const data = revertData(error)
  const decoded = data === undefined ? undefined : decodeRevert(data)
  if (decoded !== undefined) return contractError(decoded, context, error)
  if (has(error, ContractFunctionZeroDataError))
    return noContract(context.address, error)
  if (has(error, InsufficientFundsError) || POOR.test(error.details))
    return notEnoughCoins(error)
  if (!has(error, ContractFunctionRevertedError)) return error
  return new OpenmeshError({
    errorName: 'Reverted' satisfies SdkErrorName,
    shortMessage: error.shortMessage,
    remedy:
      'Check that the address is that of this version of the contract: it gave no reason this SDK knows.',
    functionName: context.functionName,
    contract: context.address,
    cause: error,
  })
}

/**
 * The error of a contract as its caller would get it, with its remedy.
 *
 * @param revert Name and values.
 * @param context The call that fails, if one was made.
 * @param cause What viem threw, if it did.
 * @returns The error to throw.
 */
export function contractError(
  { errorName, args, inputs }: DecodedRevert,
  context?: CallContext,
  cause?: unknown,
): OpenmeshError {
  const known = remedies[errorName]
  const values = args.map((value, index) => {
    const name = inputs[index]?.name
    const text = stateNames(errorName, name, value) ?? format(value)
    return name ? `${name}: ${text}` : text
  })
  return new OpenmeshError({
    errorName,
    args,
    shortMessage: `${errorName}(${values.join(', ')}): ${known?.why ?? 'The contract refused.'}`,
    remedy: known?.fix ?? '',
    functionName: context?.functionName,
    contract: context?.address,
    cause,
  })
}

/**
 * Says beforehand what a contract would refuse with later, where finding out
 * by the call itself would come too late.
 *
 * @param errorName Name of the contract's error.
 * @param args Its values.
 * @returns The error to throw.
 */
export function expectedError(
  errorName: string,
  args: readonly unknown[],
): OpenmeshError {
  const item = errorTable.find(
    ({ name, inputs }) => name === errorName && inputs.length === args.length,
  )
  return contractError({ errorName, args, inputs: item?.inputs ?? [] })
}

/**
 * Decodes revert data, also where one error carries another's bytes, as CCIP's
 * `ReceiverError(bytes)` and `TokenHandlingError(address,bytes)` do.
 *
 * @param data Revert data.
 * @param abi Errors to try; those of the protocol and CCIP when left out.
 * @returns The innermost known error, or undefined.
 */
export function decodeRevert(
  data: Hex,
  abi: Abi = errorTable,
): DecodedRevert | undefined {
  try {
    const { abiItem, errorName, args = [] } = decodeErrorResult({ abi, data })
    const inputs = 'inputs' in abiItem ? abiItem.inputs : []
    const nested =
      inputs.at(-1)?.type === 'bytes'
        ? decodeRevert(args.at(-1) as Hex, abi)
        : undefined
    return nested ?? { errorName, args, inputs }
  } catch {
    return undefined
  }
}

/** How Hardhat's node says it; viem knows the other nodes' words. */
const POOR = /doesn't have enough funds/i

function has(
  error: BaseError,
  // biome-ignore lint/suspicious/noExplicitAny: constructors have any arguments
  kind: abstract new (...args: any[]) => Error,
): boolean {
  return error.walk((cause) => cause instanceof kind) !== null
}

/** Nodes put the data at different depths; the innermost string of bytes is it. */
function revertData(error: BaseError): Hex | undefined {
  let found: Hex | undefined
  error.walk((cause) => {
    const holder = cause as { data?: unknown; raw?: unknown }
    for (const value of [holder.raw, holder.data])
      if (typeof value === 'string' && value.startsWith('0x'))
        found = value as Hex
      else if (hasData(value)) found = value.data
    return false
  })
  return found
}

function hasData(value: unknown): value is { data: Hex } {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { data?: unknown }).data === 'string'
  )
}

function format(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).map(([key, part]) =>
    Array.isArray(value) ? format(part) : `${key}: ${format(part)}`,
  )
  return Array.isArray(value)
    ? `[${parts.join(', ')}]`
    : `{${parts.join(', ')}}`
}
