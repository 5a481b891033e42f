import { getBlockNumber } from 'viem/actions'
import { amountTooSmall } from '../errors/sdkErrors.ts'
import type { ReadClient } from '../types.ts'
import { checkPositive } from './check.ts'

/** Where an action searches logs. */
export interface BlockParameters {
  /** First block to search, that of the deployment at best; 0 when left out. */
  fromBlock?: bigint | undefined
  /** Last block to search; the latest when left out. */
  toBlock?: bigint | undefined
  /**
   * Blocks to search at a time; 10,000 when left out, which is what many nodes
   * allow.
   */
  blockRange?: bigint | undefined
}

const DEFAULT_RANGE = 10_000n

/** What a search finds from first to last block, and how far it went. */
export interface Found<item> {
  found: item[]
  toBlock: bigint
}

/**
 * Searches piece by piece, because nodes limit the blocks of one search.
 *
 * @throws OpenmeshError `AmountTooSmall` for a range of no blocks, one before
 * the first and one that ends before it begins.
 */
export async function searchBlocks<item>(
  client: ReadClient,
  parameters: BlockParameters,
  search: (fromBlock: bigint, toBlock: bigint) => Promise<item[]>,
): Promise<Found<item>> {
  const { blockRange = DEFAULT_RANGE, fromBlock = 0n } = parameters
  checkPositive('blockRange', blockRange)
  if (fromBlock < 0n) throw amountTooSmall('fromBlock', fromBlock, 0n)
  const given = parameters.toBlock ?? fromBlock
  if (given < fromBlock) throw amountTooSmall('toBlock', given, fromBlock)
  // Not out of the client's memory: what was just done should be found.
  const { toBlock = await getBlockNumber(client, { cacheTime: 0 }) } =
    parameters
  const found: item[] = []
  for (let from = fromBlock; from <= toBlock; from += blockRange) {
    const end = from + blockRange - 1n
    found.push(...(await search(from, end < toBlock ? end : toBlock)))
  }
  return { found, toBlock }
}
