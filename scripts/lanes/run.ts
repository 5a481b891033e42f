import type { Address } from 'viem'
import { lanes } from '../../config/bridge.ts'
import { type Applied, applyLanes, type Planner, type Sender } from './apply.ts'
import type { Difference } from './difference.ts'
import { type BridgeChain, type BridgeEnd, joinLanes } from './network.ts'
import type { Options } from './options.ts'
import {
  callText,
  type LanesProposal,
  lanesProposal,
  type SafeBatch,
  safeBatch,
} from './outputs.ts'
import { type ChainPlan, planLanes, planPause, planUnpause } from './plan.ts'
import { checkDrained, withRetiring } from './rotate.ts'

/** What the commands work on. */
export interface LanesNetwork {
  readonly chains: readonly BridgeChain[]
  /** Of home. */
  readonly governor: Address
  /** Undefined where nothing is to be sent. */
  readonly sender: Sender | undefined
}

/** What a command found, made or sent. */
export interface LanesReport {
  /** Whether the exit code is 0. */
  readonly ok: boolean
  readonly lanes: readonly string[]
  readonly differences: readonly Difference[]
  readonly plan: readonly {
    readonly chain: string
    /** Who makes the calls: the timelock, or LaneGuard's guardian. */
    readonly caller: Address
    readonly calls: readonly string[]
  }[]
  readonly applied: readonly Applied[]
  readonly safe: readonly SafeBatch[]
  readonly proposal: LanesProposal | undefined
}

/**
 * Runs one command.
 *
 * @param options What.
 * @param network On which chains.
 * @returns What is to be shown.
 */
export async function runLanes(
  options: Options,
  network: LanesNetwork,
): Promise<LanesReport> {
  const { command, send } = options
  const ends = await endsOf(options, network.chains)
  const planner = plannerOf(options, ends)
  const { differences } =
    command === 'pause' || command === 'unpause'
      ? { differences: [] }
      : await planLanes(ends)
  const plans = command === 'check' ? [] : await planner()
  const names = ends
    .filter(({ chain }) => chain.config.side === 'home')
    .flatMap(({ views }) =>
      views.map(({ lane }) => `${lane.home} - ${lane.spoke}`),
    )
  const sending = command !== 'check' && command !== 'plan'
  const applied =
    sending && send && network.sender !== undefined
      ? await applyLanes(planner, network.sender)
      : []
  return {
    ok: command !== 'check' || differences.length === 0,
    lanes: names,
    differences,
    plan: plans.map(({ chain, calls, as: caller = chain.timelock }) => ({
      chain: chain.config.name,
      caller,
      calls: calls.map(callText),
    })),
    applied,
    ...(await outputsOf(options, plans, network.governor)),
  }
}

async function endsOf(
  { rotation, lane }: Options,
  chains: readonly BridgeChain[],
): Promise<BridgeEnd[]> {
  if (rotation === undefined)
    return joinLanes(
      chains,
      lanes.filter(
        ({ spoke }) => lane === undefined || lane === 'all' || lane === spoke,
      ),
    )
  const { chain: name, pool, finish } = rotation
  const changed = chains.map((chain) =>
    chain.config.name === name ? { ...chain, pool } : chain,
  )
  const declared = joinLanes(changed, lanes)
  const retiring = await withRetiring(declared, name)
  if (!finish) return retiring
  await checkDrained(retiring, name)
  return declared
}

function plannerOf(
  { command, both, form }: Options,
  ends: readonly BridgeEnd[],
): Planner {
  const by = form === 'proposal' ? 'timelock' : 'guardian'
  if (command === 'pause')
    return () => planPause(ends, both ? 'both' : 'outbound', by)
  if (command === 'unpause') return () => planUnpause(ends, by)
  return async () => (await planLanes(ends)).chains
}

async function outputsOf(
  { form, safeOwns }: Options,
  plans: readonly ChainPlan[],
  governor: Address,
): Promise<Pick<LanesReport, 'safe' | 'proposal'>> {
  const home = plans.find(({ chain }) => chain.config.side === 'home')
  return {
    safe:
      form === 'safe'
        ? await Promise.all(
            plans.map((plan) =>
              safeBatch(
                plan,
                safeOwns || plan.as ? 'owner' : 'proposer',
                Date.now(),
              ),
            ),
          )
        : [],
    proposal:
      form === 'proposal' && home !== undefined
        ? lanesProposal(home, governor)
        : undefined,
  }
}
