import {
  type Abi,
  BaseError,
  type ContractFunctionName,
  type ContractFunctionParameters,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
  type Hex,
} from 'viem'
import { invalidArguments } from '../errors/sdkErrors.ts'
import type { Call } from '../types.ts'
import { checkAddress } from './check.ts'

type Write = 'nonpayable' | 'payable'

/**
 * Checks and encodes a call.
 *
 * @throws OpenmeshError `InvalidArguments` or `InvalidAddress` for what the
 * ABI cannot take.
 */
export function defineCall<
  const abi extends Abi,
  name extends ContractFunctionName<abi, Write>,
>(
  parameters: ContractFunctionParameters<abi, Write, name> & {
    value?: bigint | undefined
  },
): Call {
  const { address, value } = parameters
  const { abi, functionName, args } = parameters as EncodeFunctionDataParameters
  checkAddress(`The contract of ${functionName}`, address)
  return {
    address,
    abi: abi as Abi,
    functionName: functionName as string,
    args: (args ?? []) as readonly unknown[],
    ...(value === undefined ? {} : { value }),
    to: address,
    data: encode({ abi, functionName, args } as EncodeFunctionDataParameters),
  }
}

/**
 * Encodes a call.
 *
 * @throws OpenmeshError `InvalidArguments` for what the ABI cannot take.
 */
export function encode(parameters: EncodeFunctionDataParameters): Hex {
  try {
    return encodeFunctionData(parameters)
  } catch (error) {
    throw invalidArguments(
      String(parameters.functionName),
      encodingReason(error),
      error,
    )
  }
}

/** Encoding fails with errors of viem's and, for values of a wrong type, of the language. */
export function encodingReason(error: unknown): string {
  if (error instanceof BaseError) return error.shortMessage
  return error instanceof Error ? `${error.message}.` : String(error)
}
