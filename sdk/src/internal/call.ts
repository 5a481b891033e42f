import {
  type Abi,
  BaseError,
  type ContractFunctionName,
  type ContractFunctionParameters,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
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

function encode(parameters: EncodeFunctionDataParameters) {
  try {
    return encodeFunctionData(parameters)
  } catch (error) {
    if (!(error instanceof BaseError)) throw error
    throw invalidArguments(
      String(parameters.functionName),
      error.shortMessage,
      error,
    )
  }
}
