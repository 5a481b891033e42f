import {
  BaseError,
  ContractFunctionExecutionError,
  type ContractFunctionParameters,
  type EncodeFunctionDataParameters,
  type MulticallReturnType,
} from 'viem'
import { multicall } from 'viem/actions'
import { toOpenmeshError } from '../errors/decode.ts'
import type { ReadClient } from '../types.ts'
import { encode } from './call.ts'
import { checkAddress } from './check.ts'

/** Bytes of call data that still fit the code that one `eth_call` may carry. */
const BATCH_BYTES = 4_096

/**
 * Reads many things as of one block, in one `eth_call` for about a hundred of
 * them. No contract has to be there for it: the code that asks goes along.
 *
 * @param client Client to read with.
 * @param contracts What to read.
 * @param blockNumber As of which block; the latest when left out.
 * @returns The results, in the same order.
 * @throws OpenmeshError with the first refusal, `InvalidArguments` for what the
 * ABIs cannot take.
 */
export async function readAll<const contracts extends readonly unknown[]>(
  client: ReadClient,
  contracts: contracts,
  blockNumber?: bigint | undefined,
): Promise<MulticallReturnType<contracts, false>> {
  for (const call of contracts as unknown as ContractFunctionParameters[]) {
    checkAddress(`The contract of ${call.functionName}`, call.address)
    encode(call as EncodeFunctionDataParameters)
  }
  try {
    return (await multicall(client, {
      contracts: contracts as readonly ContractFunctionParameters[],
      allowFailure: false,
      deployless: true,
      batchSize: BATCH_BYTES,
      ...(blockNumber === undefined ? {} : { blockNumber }),
    })) as MulticallReturnType<contracts, false>
  } catch (error) {
    throw withContext(error)
  }
}

function withContext(error: unknown): unknown {
  const failed =
    error instanceof BaseError
      ? error.walk((cause) => cause instanceof ContractFunctionExecutionError)
      : null
  if (!(failed instanceof ContractFunctionExecutionError)) return error
  const { contractAddress: address, functionName } = failed
  return address === undefined
    ? error
    : toOpenmeshError(error, { address, functionName })
}
