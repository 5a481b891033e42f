import {
  type Abi,
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  decodeErrorResult,
  type Hex,
} from 'viem'
import { OpenmeshError } from './OpenmeshError.ts'
import { remedies } from './remedies.ts'
import { errorTable } from './table.ts'

/** Where a failing call was going, so that the error can say it. */
export interface CallContext {
  address: Address
  functionName: string
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
  const reverted = error.walk(
    (cause) => cause instanceof ContractFunctionRevertedError,
  )
  const data = revertData(error)
  const decoded =
    data === undefined ? undefined : decodeRevert(data, errorTable)
  if (decoded === undefined && !(reverted instanceof BaseError)) return error
  const errorName = decoded?.errorName ?? 'Reverted'
  const args = decoded?.args ?? []
  const known = remedies[errorName]
  return new OpenmeshError({
    errorName,
    args,
    shortMessage: `${errorName}(${args.map(String).join(', ')}): ${
      known?.why ?? (error.shortMessage || 'the call reverted.')
    }`,
    remedy: known?.fix ?? '',
    functionName: context.functionName,
    contract: context.address,
    cause: error,
  })
}

/**
 * Decodes revert data, also where one error carries another's bytes, as CCIP's
 * `ReceiverError(bytes)` and `TokenHandlingError(address,bytes)` do.
 *
 * @param data Revert data.
 * @param abi Errors to try.
 * @returns Name and arguments of the innermost known error, or undefined.
 */
export function decodeRevert(
  data: Hex,
  abi: Abi,
): { errorName: string; args: readonly unknown[] } | undefined {
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi, data })
    const last = args.at(-1)
    const nested =
      typeof last === 'string' && /^0x[0-9a-f]{8,}$/i.test(last)
        ? decodeRevert(last as Hex, abi)
        : undefined
    return nested ?? { errorName, args }
  } catch {
    return undefined
  }
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
