import type { TimelockCall } from '../../rocketh/timelock.ts'
import { compare } from './compare.ts'
import type { Difference } from './difference.ts'
import type { BridgeChain, BridgeEnd } from './network.ts'
import { readEnd } from './read.ts'

/** What one chain's timelock has to do. */
export interface ChainPlan {
  readonly chain: BridgeChain
  readonly calls: readonly TimelockCall[]
}

export interface LanesPlan {
  /** Everything that is not as declared. */
  readonly differences: readonly Difference[]
  /** Chains where calls of ours mend something. */
  readonly chains: readonly ChainPlan[]
}

/**
 * Finds the exact difference between what is declared and the chains.
 *
 * @param ends From `joinLanes`.
 * @returns Every difference, and the calls that mend them. Both are empty when
 * all is as declared.
 */
export async function planLanes(
  ends: readonly BridgeEnd[],
): Promise<LanesPlan> {
  const states = await Promise.all(ends.map(readEnd))
  const differences = compare(ends, states)
  const chains = ends
    .map(({ chain }) => ({
      chain,
      calls: differences
        .filter((difference) => difference.chain === chain.config.name)
        .flatMap(({ calls }) => calls),
    }))
    .filter(({ calls }) => calls.length > 0)
  return { differences, chains }
}
