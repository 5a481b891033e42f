import type { Address } from 'viem'
import { limitCall, paused } from '../../rocketh/bridge.ts'
import type { TimelockCall } from '../../rocketh/timelock.ts'
import { laneGuardAbi } from '../../typechain-types/index.ts'
import { compare, isPaused } from './compare.ts'
import type { Difference } from './difference.ts'
import type { BridgeChain, BridgeEnd, LaneView } from './network.ts'
import { type RemoteState, readEnd } from './read.ts'

/** What one chain's timelock has to do. */
export interface ChainPlan {
  readonly chain: BridgeChain
  readonly calls: readonly TimelockCall[]
  /** Who makes the calls itself; the timelock when left out. */
  readonly as?: Address
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

/** Who stops a lane: LaneGuard's guardian at once, or the timelock. */
export type PausedBy = 'guardian' | 'timelock'

/**
 * Plans to stop lanes at both ends. What is under way still arrives, unless
 * both directions are closed.
 *
 * @param ends The lanes to stop, from `joinLanes`.
 * @param scope What to close.
 * @param by Who.
 * @returns Calls where something is open.
 */
export async function planPause(
  ends: readonly BridgeEnd[],
  scope: PauseScope,
  by: PausedBy,
): Promise<ChainPlan[]> {
  return planLimits(ends, by, ({ chain, selector, outbound, inbound }) => {
    if (isPaused(outbound) && (scope === 'outbound' || isPaused(inbound)))
      return undefined
    const limits = {
      selector,
      outbound: paused,
      inbound: scope === 'both' ? paused : inbound,
    }
    const { guard, pool } = chain
    if (by === 'timelock' || guard === undefined)
      return limitCall(pool, limits, guard)
    return scope === 'both'
      ? guardCall(guard, 'pause', [pool, selector])
      : guardCall(guard, 'lower', [pool, selector, paused, inbound])
  })
}

/**
 * Plans to open lanes again: the guardian gives back what it took, the timelock
 * sets what is declared.
 *
 * @param ends The lanes to open, from `joinLanes`.
 * @param by Who.
 * @returns Calls where something is closed.
 */
export async function planUnpause(
  ends: readonly BridgeEnd[],
  by: PausedBy,
): Promise<ChainPlan[]> {
  return planLimits(ends, by, (state) => {
    const { chain, selector, outbound, inbound, view } = state
    if (!isPaused(outbound) && !isPaused(inbound)) return undefined
    const { guard, pool } = chain
    if (by === 'timelock' || guard === undefined)
      return limitCall(pool, { selector, ...view.lane }, guard)
    // What the timelock closed is not the guardian's to open.
    return state.braked
      ? guardCall(guard, 'restore', [pool, selector])
      : undefined
  })
}

interface LimitState extends RemoteState {
  readonly chain: BridgeChain
  readonly view: LaneView
  readonly selector: bigint
  /** Whether the guardian has lowered it. */
  readonly braked: boolean
}

async function planLimits(
  ends: readonly BridgeEnd[],
  by: PausedBy,
  wanted: (state: LimitState) => TimelockCall | undefined,
): Promise<ChainPlan[]> {
  const plans = ends.map(async ({ chain, views }): Promise<ChainPlan> => {
    const { remotes } = await readEnd({ chain, views })
    const calls: TimelockCall[] = []
    for (const view of views) {
      const { selector } = view.remote.config
      const state = remotes.get(selector)
      if (state === undefined) continue
      const braked = await isBraked(chain, selector)
      const call = wanted({ ...state, chain, view, selector, braked })
      if (call !== undefined) calls.push(call)
    }
    if (by === 'timelock' || chain.guard === undefined) return { chain, calls }
    const guardian = await chain.client.readContract({
      address: chain.guard,
      abi: laneGuardAbi,
      functionName: 'guardian',
    })
    return { chain, calls, as: guardian }
  })
  return withCalls(await Promise.all(plans))
}

async function isBraked(
  { client, guard, pool }: BridgeChain,
  selector: bigint,
): Promise<boolean> {
  if (guard === undefined) return false
  const [isLowered] = await client.readContract({
    address: guard,
    abi: laneGuardAbi,
    functionName: 'brakeOf',
    args: [pool, selector],
  })
  return isLowered
}

function guardCall(
  guard: Address,
  functionName: 'pause' | 'lower' | 'restore',
  args: readonly unknown[],
): TimelockCall {
  return { to: guard, abi: laneGuardAbi, functionName, args }
}

function withCalls(plans: readonly ChainPlan[]): ChainPlan[] {
  return plans.filter(({ calls }) => calls.length > 0)
}
