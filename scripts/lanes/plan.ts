import { limitCall, paused } from '../../rocketh/bridge.ts'
import type { TimelockCall } from '../../rocketh/timelock.ts'
import { compare, isPaused } from './compare.ts'
import type { Difference } from './difference.ts'
import type { BridgeChain, BridgeEnd, LaneView } from './network.ts'
import { type RemoteState, readEnd } from './read.ts'

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
  const chains = ends.map(({ chain }) => ({
    chain,
    calls: differences
      .filter((difference) => difference.chain === chain.config.name)
      .flatMap(({ calls }) => calls),
  }))
  return { differences, chains: withCalls(chains) }
}

/** What a pause closes: the way out, or all of it. */
export type PauseScope = 'outbound' | 'both'

/**
 * Plans to stop lanes at both ends. What is under way still arrives, unless
 * both directions are closed.
 *
 * @param ends The lanes to stop, from `joinLanes`.
 * @param scope What to close.
 * @returns Calls where something is open.
 */
export async function planPause(
  ends: readonly BridgeEnd[],
  scope: PauseScope,
): Promise<ChainPlan[]> {
  return planLimits(ends, ({ outbound, inbound }) => {
    const closed = scope === 'outbound' || isPaused(inbound)
    if (isPaused(outbound) && closed) return undefined
    return { outbound: paused, inbound: scope === 'both' ? paused : inbound }
  })
}

/**
 * Plans to open lanes again, with what is declared.
 *
 * @param ends The lanes to open, from `joinLanes`.
 * @returns Calls where something is closed.
 */
export async function planUnpause(
  ends: readonly BridgeEnd[],
): Promise<ChainPlan[]> {
  return planLimits(ends, ({ outbound, inbound }, { lane }) =>
    isPaused(outbound) || isPaused(inbound) ? lane : undefined,
  )
}

type Limits = Pick<RemoteState, 'outbound' | 'inbound'>

async function planLimits(
  ends: readonly BridgeEnd[],
  wanted: (state: RemoteState, view: LaneView) => Limits | undefined,
): Promise<ChainPlan[]> {
  const states = await Promise.all(ends.map(readEnd))
  const plans = ends.map(({ chain, views }, index) => ({
    chain,
    calls: views.flatMap((view) => {
      const { selector } = view.remote.config
      const state = states[index]?.remotes.get(selector)
      const limits = state && wanted(state, view)
      return limits ? [limitCall(chain.pool, { selector, ...limits })] : []
    }),
  }))
  return withCalls(plans)
}

function withCalls(plans: readonly ChainPlan[]): ChainPlan[] {
  return plans.filter(({ calls }) => calls.length > 0)
}
