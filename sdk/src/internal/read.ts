import type {
  Abi,
  ContractFunctionArgs,
  ContractFunctionName,
  ReadContractParameters,
  ReadContractReturnType,
} from 'viem'
import { readContract } from 'viem/actions'
import { type CallContext, toOpenmeshError } from '../errors/decode.ts'
import type { ReadClient } from '../types.ts'
import { checkAddress } from './check.ts'

type View = 'pure' | 'view'

/** Reads a contract; a refusal comes back as an OpenmeshError. */
export async function read<
  const abi extends Abi | readonly unknown[],
  name extends ContractFunctionName<abi, View>,
  const args extends ContractFunctionArgs<abi, View, name>,
>(
  client: ReadClient,
  call: ReadContractParameters<abi, name, args>,
): Promise<ReadContractReturnType<abi, name, args>> {
  const { address, functionName } = call as CallContext
  checkAddress(`The contract of ${functionName}`, address)
  try {
    return await readContract(client, call)
  } catch (error) {
    throw toOpenmeshError(error, { address, functionName })
  }
}
