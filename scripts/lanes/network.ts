import type { Address, PublicClient } from 'viem'
import type { LaneConfig } from '../../config/bridge.ts'
import type { ChainConfig } from '../../config/chains.ts'

/** One chain of the bridge: CCIP's contracts, ours, and a client. */
export interface BridgeChain {
  readonly config: ChainConfig
  readonly client: PublicClient
  readonly token: Address
  /** The pool that the registry ought to name. */
  readonly pool: Address
  /** Earlier pools of which messages may still be under way. */
  readonly retiring?: readonly Address[]
  /** Owns the pool and administers the token. */
  readonly timelock: Address
  /** LaneGuard, through which limits are set; the pool itself without one. */
  readonly guard?: Address
  /** LockLedger; home's alone. */
  readonly ledger?: Address
}

/** One chain's view of one lane. */
export interface LaneView {
  readonly lane: LaneConfig
  readonly remote: BridgeChain
}

/** One chain with every lane that ends there. */
export interface BridgeEnd {
  readonly chain: BridgeChain
  readonly views: readonly LaneView[]
}

/**
 * Joins what is declared with what stands on the chains. Lanes to chains
 * without a deployment are left out: they are plans for later.
 *
 * @param chains Chains with a deployment.
 * @param lanes What is declared.
 * @returns Each chain that has lanes, with both ends of each.
 */
export function joinLanes(
  chains: readonly BridgeChain[],
  lanes: readonly LaneConfig[],
): BridgeEnd[] {
  const named = (name: string) =>
    chains.find(({ config }) => config.name === name)
  return chains
    .map((chain): BridgeEnd => {
      const views = lanes.flatMap((lane): LaneView[] => {
        const { name } = chain.config
        if (lane.home !== name && lane.spoke !== name) return []
        const remote = named(lane.home === name ? lane.spoke : lane.home)
        return remote === undefined ? [] : [{ lane, remote }]
      })
      return { chain, views }
    })
    .filter(({ views }) => views.length > 0)
}
