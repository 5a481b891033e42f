import type { Address } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import { read } from '../../internal/read.ts'
import type { ReadClient } from '../../types.ts'

const SECONDS_PER_EPOCH = 7n * 86_400n

/** The epoch in which a timestamp lies: weeks since 1970. */
export const epochAt = (timestamp: bigint) => timestamp / SECONDS_PER_EPOCH

/**
 * @param staking The staking contract.
 * @param epoch Epoch in which stake left.
 * @returns Timestamp from which that stake can be taken.
 */
export async function payableAt(
  client: ReadClient,
  staking: Address,
  epoch: bigint,
): Promise<bigint> {
  const waiting = await read(client, {
    address: staking,
    abi: validatorStakingAbi,
    functionName: 'UNBONDING_EPOCHS',
  })
  return (epoch + waiting + 1n) * SECONDS_PER_EPOCH
}
