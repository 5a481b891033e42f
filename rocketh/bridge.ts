import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { laneGuardian, laneLimits, type RateLimit } from '../config/bridge.ts'
import { chainConfig } from '../config/chains.ts'
import { laneGuardAbi } from '../typechain-types/index.ts'
import {
  registryModuleAbi,
  tokenAdminRegistryAbi,
  tokenPoolAbi,
} from './ccip-abis.ts'
import { encodeAddress } from './ccip-encoding.ts'
import { artifacts, type BridgePeer, type Environment } from './deploy.ts'
import { deployPredicted, predict } from './predict.ts'
import type { TimelockCall } from './timelock.ts'

/** Deploys the guard of a chain's lanes; its guardian's term begins now. */
export async function deployLaneGuard(
  env: Environment,
  guardian: Address,
): Promise<void> {
  const { timestamp } = await env.viem.publicClient.getBlock()
  await deployPredicted(env, 'LaneGuard', artifacts.LaneGuard, [
    predict(env, 'OpenTimelock'),
    guardian,
    timestamp + BigInt(laneGuardian.term),
  ])
}

/** Offers the pool to the timelock, which accepts it while it wires the bridge. */
export async function offerPool(
  env: Environment,
  pool: Address,
): Promise<void> {
  const { deployer } = env.namedAccounts
  const timelock = predict(env, 'OpenTimelock')
  const owner = await ownerOf(env, pool)
  if (isAddressEqual(owner, timelock)) return
  await env.execute(
    { address: pool, abi: tokenPoolAbi },
    { account: deployer, functionName: 'transferOwnership', args: [timelock] },
  )
}

/** What the timelock still has to do so that CCIP moves the token through the pool. */
export async function registrationCalls(
  env: Environment,
  token: Address,
  pool: Address,
): Promise<TimelockCall[]> {
  const { tokenAdminRegistry, registryModuleOwnerCustom } = chainConfig(
    env.network.chain.id,
  )
  const timelock = predict(env, 'OpenTimelock')
  const registry = { to: tokenAdminRegistry, abi: tokenAdminRegistryAbi }
  const known = await env.viem.publicClient.readContract({
    address: tokenAdminRegistry,
    abi: tokenAdminRegistryAbi,
    functionName: 'getTokenConfig',
    args: [token],
  })
  const owner = await ownerOf(env, pool)
  const calls: TimelockCall[] = []
  if (!isAddressEqual(owner, timelock))
    calls.push({
      to: pool,
      abi: tokenPoolAbi,
      functionName: 'acceptOwnership',
      args: [],
    })
  const guard = predict(env, 'LaneGuard')
  const rateLimitAdmin = await env.viem.publicClient.readContract({
    address: pool,
    abi: tokenPoolAbi,
    functionName: 'getRateLimitAdmin',
  })
  if (!isAddressEqual(rateLimitAdmin, guard))
    calls.push({
      to: pool,
      abi: tokenPoolAbi,
      functionName: 'setRateLimitAdmin',
      args: [guard],
    })
  if (isAddressEqual(known.administrator, zeroAddress))
    calls.push(
      {
        to: registryModuleOwnerCustom,
        abi: registryModuleAbi,
        functionName: 'registerAdminViaGetCCIPAdmin',
        args: [token],
      },
      { ...registry, functionName: 'acceptAdminRole', args: [token] },
    )
  if (!isAddressEqual(known.tokenPool, pool))
    calls.push({ ...registry, functionName: 'setPool', args: [token, pool] })
  return calls
}

/**
 * What the timelock still has to do so that the pool serves these peers. A lane
 * opens with nothing to give out and fills from there: the far end's mint budget
 * starts empty too, and what it cannot mint yet would get stuck.
 */
export async function laneCalls(
  env: Environment,
  pool: Address,
  peers: readonly BridgePeer[],
): Promise<TimelockCall[]> {
  const missing: BridgePeer[] = []
  for (const peer of peers) {
    const supported = await env.viem.publicClient.readContract({
      address: pool,
      abi: tokenPoolAbi,
      functionName: 'isSupportedChain',
      args: [peer.selector],
    })
    if (!supported) missing.push(peer)
  }
  return openingCalls(
    pool,
    missing.map((peer) => ({ ...peer, ...laneLimits })),
    predict(env, 'LaneGuard'),
  )
}

/** A far end, and what may pass. */
export interface LaneOpening extends BridgePeer {
  readonly outbound: RateLimit
  readonly inbound: RateLimit
  /** Pools of the far end whose messages are still under way. */
  readonly retiring?: readonly Address[]
}

/**
 * A new lane's bucket: one wei and no more. None at all is how a paused lane
 * looks, which nothing but an unpause may open.
 */
const opened: RateLimit = { isEnabled: true, capacity: 1n, rate: 0n }

/** Nothing may pass. */
export const paused: RateLimit = { isEnabled: true, capacity: 0n, rate: 0n }

/**
 * @param pool The near end, where the timelock makes the calls.
 * @param openings Far ends that it does not serve yet, or no longer should as
 * it does: those in `replaced` are removed first.
 * @param replaced Selectors to remove.
 * @returns The calls.
 */
export function openingCalls(
  pool: Address,
  openings: readonly LaneOpening[],
  guard: Address | undefined,
  replaced: readonly bigint[] = [],
): TimelockCall[] {
  if (openings.length === 0 && replaced.length === 0) return []
  const updates = openings.map(
    ({ selector, token, pool: remotePool, inbound, retiring = [] }) => ({
      remoteChainSelector: selector,
      remotePoolAddresses: [remotePool, ...retiring].map(encodeAddress),
      remoteTokenAddress: encodeAddress(token),
      outboundRateLimiterConfig: opened,
      inboundRateLimiterConfig: inbound,
    }),
  )
  return [
    {
      to: pool,
      abi: tokenPoolAbi,
      functionName: 'applyChainUpdates',
      args: [replaced, updates],
    },
    ...openings.map((opening) => limitCall(pool, opening, guard)),
  ]
}

/** Sets what may pass a pool from and to one far end. */
export function limitCall(
  pool: Address,
  {
    selector,
    outbound,
    inbound,
  }: Pick<LaneOpening, 'selector' | 'outbound' | 'inbound'>,
  guard: Address | undefined,
): TimelockCall {
  if (guard !== undefined)
    return {
      to: guard,
      abi: laneGuardAbi,
      functionName: 'configure',
      args: [pool, selector, outbound, inbound],
    }
  return {
    to: pool,
    abi: tokenPoolAbi,
    functionName: 'setChainRateLimiterConfig',
    args: [selector, outbound, inbound],
  }
}

function ownerOf(env: Environment, pool: Address): Promise<Address> {
  return env.viem.publicClient.readContract({
    address: pool,
    abi: tokenPoolAbi,
    functionName: 'owner',
  })
}
