import type { Block, Client } from 'viem'
import { getBlock } from 'viem/actions'

/** Seconds of a round: a UTC day, counted from 1970. */
export const ROUND = 86_400n
/** Rounds of an epoch. */
export const ROUNDS_PER_EPOCH = 7n
/** Rounds after a round in which it still can be certified. */
export const SUBMISSION_ROUNDS = 2n
/** Rounds beyond these for signatures left out and heartbeats. */
export const GRACE_ROUNDS = 1n

/** @returns The epoch of a round. */
export const epochOf = (round: bigint) => round / ROUNDS_PER_EPOCH

/** @returns The round of a timestamp. */
export const roundOf = (timestamp: bigint) => timestamp / ROUND

/**
 * Finds the last block before a round began: everybody finds the same one.
 *
 * @param client Client to read with.
 * @param round A round that has begun.
 * @param latest The latest block.
 * @returns Its number, or undefined when the chain is younger.
 */
export async function lastBlockBefore(
  client: Client,
  round: bigint,
  latest: Pick<Block<bigint, false, 'latest'>, 'number' | 'timestamp'>,
): Promise<bigint | undefined> {
  const begin = round * ROUND
  const isBefore = async (blockNumber: bigint) =>
    (await getBlock(client, { blockNumber })).timestamp < begin
  if (latest.timestamp < begin) return undefined
  // Doubling steps back first: rounds are recent.
  let high = latest.number
  let low = high
  for (let step = 1n; ; step *= 2n) {
    low = latest.number > step ? latest.number - step : 0n
    if (await isBefore(low)) break
    if (low === 0n) return undefined
    high = low
  }
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (await isBefore(middle)) low = middle
    else high = middle
  }
  return low
}
