import {
  type Address,
  getAddress,
  type Hex,
  isAddressEqual,
  size,
  slice,
  zeroAddress,
} from 'viem'
import { minInboundMarginBps } from '../../config/bridge.ts'
import {
  type LaneOpening,
  limitCall,
  openingCalls,
} from '../../rocketh/bridge.ts'
import { tokenPoolAbi } from '../../rocketh/ccip-abis.ts'
import { encodeAddress } from '../../rocketh/ccip-encoding.ts'
import { ownershipDifferences } from './compare-ownership.ts'
import { type Difference, type Rule, rules } from './difference.ts'
import type { BridgeChain, BridgeEnd, LaneView } from './network.ts'
import type { EndState, Limit, RemoteState } from './read.ts'

/**
 * Compares every end with what is declared.
 *
 * @param ends From `joinLanes`.
 * @param states Of each end, in the same order.
 * @returns Every difference, in the order in which they are mended.
 */
export function compare(
  ends: readonly BridgeEnd[],
  states: readonly EndState[],
): Difference[] {
  const byName = new Map(
    ends.map(({ chain }, index) => [chain.config.name, states[index]]),
  )
  const found = ends.flatMap((end, index) => {
    const state = states[index]
    if (state === undefined) return []
    return [
      ...ownershipDifferences(end, state),
      ...undeclared(end, state),
      ...end.views.flatMap((view) => [
        ...declaration(end, view),
        ...laneDifferences(end, view, state),
        ...acrossDifferences(
          end,
          view,
          state,
          byName.get(view.remote.config.name),
        ),
        ...roadDifferences(end, view, state),
      ]),
    ]
  })
  return found
    .map((difference) => whenPossible(difference, found, ends))
    .toSorted((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule))
}

/** What messages begin to go through another pool by. */
const poolSwitches: readonly Rule[] = ['ledger-pool', 'registry-pool']

/**
 * Takes the calls from a difference that cannot be mended yet: a timelock that
 * owns nothing would only revert, and a pool that no far end trusts would send
 * what cannot arrive.
 */
function whenPossible(
  difference: Difference,
  all: readonly Difference[],
  ends: readonly BridgeEnd[],
): Difference {
  const end = ends.find(({ chain }) => chain.config.name === difference.chain)
  if (end === undefined || difference.calls.length === 0) return difference
  const { pool, config } = end.chain
  const stuck = (rule: Rule) =>
    all.some(
      (other) =>
        other.rule === rule &&
        other.chain === difference.chain &&
        other.calls.length === 0,
    )
  const needs = (to: Address) =>
    difference.calls.some((call) => isAddressEqual(call.to, to))
  const withheld = (remedy: string) => ({ ...difference, calls: [], remedy })
  if (needs(pool) && stuck('pool-owner'))
    return withheld('the timelock has to own the pool first')
  if (needs(config.tokenAdminRegistry) && stuck('registry-admin'))
    return withheld('the timelock has to administer the token first')
  const trusted = (rule: Rule) =>
    all.every(
      ({ rule: other, remote }) => other !== rule || remote !== config.name,
    )
  if (
    poolSwitches.includes(difference.rule) &&
    !(
      trusted('remote-pool') &&
      trusted('remote-token') &&
      trusted('missing-chain')
    )
  )
    return withheld('the far ends have to trust the pool first')
  if (difference.rule === 'registry-pool' && stuck('ledger-pool'))
    return withheld('the ledger has to appoint the pool first')
  return difference
}

/** What is wrong with the declaration itself; told once a lane, at home. */
function declaration(
  { chain }: BridgeEnd,
  { lane, remote }: LaneView,
): Difference[] {
  if (chain.config.side !== 'home') return []
  const about = {
    chain: chain.config.name,
    remote: remote.config.name,
    calls: [],
  }
  const found: Difference[] = []
  if (!hasMargin(lane.inbound, lane.outbound))
    found.push({
      ...about,
      rule: 'declared-margin',
      declared: atLeastMargin,
      found: `inbound ${limitText(lane.inbound)}, outbound ${limitText(lane.outbound)}`,
      remedy: 'raise inbound in config/bridge.ts',
    })
  const { measured, granted } = lane.deliveryGas
  if (measured > granted)
    found.push({
      ...about,
      rule: 'delivery-gas',
      declared: `at most ${granted} gas`,
      found: `${measured} gas`,
      remedy:
        'ask Chainlink for a higher destGasOverhead and declare it, or make the delivery cheaper',
    })
  return found
}

function undeclared(
  { chain, views }: BridgeEnd,
  { remotes }: EndState,
): Difference[] {
  const known = new Set(views.map(({ remote }) => remote.config.selector))
  return [...remotes.keys()]
    .filter((selector) => !known.has(selector))
    .map((selector) => ({
      rule: 'undeclared-chain',
      chain: chain.config.name,
      declared: 'no lane',
      found: `a lane to chain ${selector}`,
      calls: openingCalls(chain.pool, [], chain.guard, [selector]),
    }))
}

function laneDifferences(
  { chain }: BridgeEnd,
  { lane, remote }: LaneView,
  { remotes }: EndState,
): Difference[] {
  const about = { chain: chain.config.name, remote: remote.config.name }
  const { selector } = remote.config
  const opening: LaneOpening = {
    selector,
    token: remote.token,
    pool: remote.pool,
    retiring: remote.retiring ?? [],
    outbound: lane.outbound,
    inbound: lane.inbound,
  }
  const state = remotes.get(selector)
  if (state === undefined)
    return [
      {
        ...about,
        rule: 'missing-chain',
        declared: `a lane to chain ${selector}`,
        found: 'none',
        calls: openingCalls(chain.pool, [opening], chain.guard),
      },
    ]
  if (state.token !== encodeAddress(remote.token))
    // A remote token cannot be changed: the lane is closed and opened anew,
    // which also mends its pools and limits.
    return [
      {
        ...about,
        rule: isWellFormed(state.token) ? 'remote-token' : 'address-encoding',
        declared: `the token ${remote.token}`,
        found: addressText(state.token),
        calls: openingCalls(chain.pool, [opening], chain.guard, [selector]),
      },
    ]
  return [
    ...poolDifferences(about, chain.pool, opening, state),
    ...limitDifferences(about, chain, opening, state),
  ]
}

type About = Pick<Difference, 'chain' | 'remote'>

function poolDifferences(
  about: About,
  pool: Address,
  { selector, pool: remotePool, retiring = [] }: LaneOpening,
  { pools }: RemoteState,
): Difference[] {
  const wanted = [remotePool, ...retiring]
  const encoded = wanted.map(encodeAddress)
  const call = (
    functionName: 'addRemotePool' | 'removeRemotePool',
    remote: Hex,
  ) => ({ to: pool, abi: tokenPoolAbi, functionName, args: [selector, remote] })
  const missing = wanted
    .filter((_, index) => !pools.includes(encoded[index] as Hex))
    .map(
      (address): Difference => ({
        ...about,
        rule: 'remote-pool',
        declared: `the pool ${address}`,
        found: 'not trusted',
        calls: [call('addRemotePool', encodeAddress(address))],
      }),
    )
  const foreign = pools
    .filter((remote) => !encoded.includes(remote))
    .map(
      (remote): Difference => ({
        ...about,
        rule: isWellFormed(remote) ? 'remote-pool' : 'address-encoding',
        declared: `only ${wanted.join(', ')}`,
        found: `${addressText(remote)} is trusted too`,
        calls: [call('removeRemotePool', remote)],
      }),
    )
  return [...missing, ...foreign]
}

function limitDifferences(
  about: About,
  { pool, guard }: BridgeChain,
  opening: LaneOpening,
  state: RemoteState,
): Difference[] {
  const different = directions.filter(
    (direction) => !sameLimit(state[direction], opening[direction]),
  )
  const stopped = different.filter((direction) => isPaused(state[direction]))
  const others = different.filter((direction) => !isPaused(state[direction]))
  // One call sets both directions, so it is made once, and leaves a pause be.
  const limits = {
    ...opening,
    ...Object.fromEntries(
      stopped.map((direction) => [direction, state[direction]]),
    ),
  }
  const call = limitCall(pool, limits, guard)
  return [
    ...stopped.map(
      (direction): Difference => ({
        ...about,
        rule: 'paused',
        declared: `${direction} ${limitText(opening[direction])}`,
        found: limitText(state[direction]),
        calls: [],
        remedy: 'run lanes unpause once its cause is gone',
      }),
    ),
    ...others.map(
      (direction, index): Difference => ({
        ...about,
        rule: `${direction}-limit`,
        declared: limitText(opening[direction]),
        found: limitText(state[direction]),
        calls: index === 0 ? [call] : [],
      }),
    ),
  ]
}

/** What only both ends together show. */
function acrossDifferences(
  { chain }: BridgeEnd,
  { remote }: LaneView,
  state: EndState,
  far: EndState | undefined,
): Difference[] {
  const near = state.remotes.get(remote.config.selector)
  const there = far?.remotes.get(chain.config.selector)
  if (near === undefined || there === undefined) return []
  const about = {
    chain: chain.config.name,
    remote: remote.config.name,
    calls: [],
  }
  const found: Difference[] = []
  if (!isPaused(there.inbound) && !hasMargin(there.inbound, near.outbound))
    found.push({
      ...about,
      rule: 'inbound-margin',
      declared: atLeastMargin,
      found: `${limitText(near.outbound)} leaves here, ${limitText(there.inbound)} may arrive there`,
    })
  // Told once a lane. A pause is told as such.
  const pausedSomewhere = [near, there].some((end) =>
    directions.some((direction) => isPaused(end[direction])),
  )
  if (
    chain.config.side === 'home' &&
    !pausedSomewhere &&
    !(
      sameLimit(near.outbound, there.outbound) &&
      sameLimit(near.inbound, there.inbound)
    )
  )
    found.push({
      ...about,
      rule: 'asymmetric-limits',
      declared: 'the same limits at both ends',
      found: `out ${limitText(near.outbound)} and in ${limitText(near.inbound)} here, out ${limitText(there.outbound)} and in ${limitText(there.inbound)} there`,
    })
  return found
}

function roadDifferences(
  { chain }: BridgeEnd,
  { lane, remote }: LaneView,
  { roads }: EndState,
): Difference[] {
  const road = roads.get(remote.config.selector)
  if (road === undefined) return []
  const about = {
    chain: chain.config.name,
    remote: remote.config.name,
    calls: [],
  }
  const found: Difference[] = []
  if (road.onRamp === zeroAddress)
    found.push({
      ...about,
      rule: 'road-out',
      declared: 'an OnRamp',
      found: "none on CCIP's Router",
      remedy: 'ask Chainlink for the lane, or take it out of config/bridge.ts',
    })
  if (!road.arrives)
    found.push({
      ...about,
      rule: 'road-in',
      declared: 'an OffRamp',
      found: "none on CCIP's Router",
      remedy: 'ask Chainlink for the lane, or take it out of config/bridge.ts',
    })
  if (road.cursed)
    found.push({
      ...about,
      rule: 'curse',
      declared: 'an open lane',
      found: "stopped by CCIP's risk management",
      remedy: 'wait: messages under way arrive once Chainlink lifts it',
    })
  if (road.gas !== undefined) {
    const { granted, own } = road.gas
    if (granted !== lane.deliveryGas.granted)
      found.push({
        ...about,
        rule: 'dest-gas-overhead',
        declared: `${lane.deliveryGas.granted} gas a delivery`,
        found: `${granted} gas, ${own ? 'set for the token' : "CCIP's default"}`,
        remedy:
          'ask Chainlink for the declared destGasOverhead, or declare what it grants',
      })
    if (granted < lane.deliveryGas.measured)
      found.push({
        ...about,
        rule: 'delivery-gas',
        declared: `at least the ${lane.deliveryGas.measured} gas that a delivery takes`,
        found: `${granted} gas`,
        remedy:
          'ask Chainlink for a higher destGasOverhead; until then messages have to be executed by hand with more token gas',
      })
  }
  return found
}

const directions = ['outbound', 'inbound'] as const

/** Whether nothing at all may pass. */
export function isPaused({ isEnabled, capacity }: Limit): boolean {
  return isEnabled && capacity === 0n
}

const atLeastMargin = `inbound at least ${Number(minInboundMarginBps) / 100} % above the other end's outbound`

function hasMargin(inbound: Limit, outbound: Limit): boolean {
  if (!inbound.isEnabled) return true
  if (!outbound.isEnabled) return false
  const enough = (above: bigint, below: bigint) =>
    above * 10_000n >= below * (10_000n + minInboundMarginBps)
  return (
    enough(inbound.capacity, outbound.capacity) &&
    // A rate is rounded down to whole wei a second.
    enough(inbound.rate + 1n, outbound.rate)
  )
}

function sameLimit(one: Limit, other: Limit): boolean {
  return (
    one.isEnabled === other.isEnabled &&
    one.capacity === other.capacity &&
    one.rate === other.rate
  )
}

export function limitText({ isEnabled, capacity, rate }: Limit): string {
  if (!isEnabled) return 'no limit'
  return capacity === 0n ? 'nothing' : `${capacity} wei at ${rate} wei/s`
}

/** CCIP compares bytes: packed, an address names nobody. */
function isWellFormed(encoded: Hex): boolean {
  return size(encoded) === 32 && BigInt(slice(encoded, 0, 12)) === 0n
}

function addressText(encoded: Hex): string {
  return isWellFormed(encoded)
    ? getAddress(slice(encoded, 12))
    : `${encoded} (${size(encoded)} bytes, not an address of 32)`
}
