import { type Address, isAddressEqual, zeroAddress } from 'viem'
import {
  registryModuleAbi,
  tokenAdminRegistryAbi,
  tokenPoolAbi,
} from '../../rocketh/ccip-abis.ts'
import type { TimelockCall } from '../../rocketh/timelock.ts'
import {
  bridgedOpenTokenAbi,
  openTokenAbi,
} from '../../typechain-types/index.ts'
import { ledgerDifferences } from './compare-ledger.ts'
import type { Difference } from './difference.ts'
import type { BridgeEnd } from './network.ts'
import type { EndState } from './read.ts'

/** What CCIP's pools and OPEN count in; amounts cross unscaled. */
const decimals = 18

const versions = {
  home: 'OpenLockPool 1.0.0',
  spoke: 'BurnMintTokenPool 1.6.1',
} as const

const renew =
  'it is fixed for ever: deploy another pool and run lanes rotate-pool'

/** Whose everything at one end is, and what may be done with it. */
export function ownershipDifferences(
  end: BridgeEnd,
  state: EndState,
): Difference[] {
  return [
    ...poolDifferences(end, state),
    ...registryDifferences(end, state),
    ...tokenDifferences(end, state),
    ...ledgerDifferences(end, state),
  ]
}

function poolDifferences({ chain }: BridgeEnd, state: EndState): Difference[] {
  const { pool } = state
  const { config, timelock, token } = chain
  const limiter = chain.guard ?? zeroAddress
  const call = (
    functionName:
      | 'acceptOwnership'
      | 'transferOwnership'
      | 'setRouter'
      | 'setRateLimitAdmin',
    ...args: readonly Address[]
  ): TimelockCall => ({ to: chain.pool, abi: tokenPoolAbi, functionName, args })
  const about = { chain: config.name, calls: [] }
  const found: Difference[] = []
  const fixed = (
    rule: Difference['rule'],
    declared: string | number | boolean,
    actual: string | number | boolean,
  ) => {
    if (declared !== actual)
      found.push({
        ...about,
        rule,
        declared: String(declared),
        found: String(actual),
        remedy: renew,
      })
  }
  fixed('pool-version', versions[config.side], pool.version)
  fixed('pool-token', token, pool.token)
  fixed('pool-decimals', decimals, pool.decimals)
  fixed('pool-rmn', config.rmnProxy, pool.rmnProxy)
  fixed('pool-allow-list', false, pool.allowList)
  const offered = isAddressEqual(pool.pendingOwner, timelock)
  if (!isAddressEqual(pool.owner, timelock))
    found.push({
      ...about,
      rule: 'pool-owner',
      declared: timelock,
      found: pool.owner,
      ...(offered
        ? { calls: [call('acceptOwnership')] }
        : {
            remedy: `its owner has to call transferOwnership(${timelock})`,
          }),
    })
  else if (!isAddressEqual(pool.pendingOwner, zeroAddress))
    found.push({
      ...about,
      rule: 'pool-pending-owner',
      declared: 'nobody',
      found: pool.pendingOwner,
      calls: [call('transferOwnership', zeroAddress)],
    })
  if (!isAddressEqual(pool.router, config.router))
    found.push({
      ...about,
      rule: 'pool-router',
      declared: config.router,
      found: pool.router,
      calls: [call('setRouter', config.router)],
    })
  if (!isAddressEqual(pool.limiter, limiter))
    found.push({
      ...about,
      rule: 'limiter',
      declared: limiter,
      found: pool.limiter,
      calls: [call('setRateLimitAdmin', limiter)],
    })
  return found
}

function registryDifferences(
  { chain }: BridgeEnd,
  { registry, token }: EndState,
): Difference[] {
  const { config, timelock } = chain
  const about = { chain: config.name, calls: [] }
  const call = (
    functionName: 'acceptAdminRole' | 'transferAdminRole' | 'setPool',
    ...more: readonly Address[]
  ): TimelockCall => ({
    to: config.tokenAdminRegistry,
    abi: tokenAdminRegistryAbi,
    functionName,
    args: [chain.token, ...more],
  })
  const found: Difference[] = []
  const { administrator, pendingAdministrator, tokenPool } = registry
  const offered = isAddressEqual(pendingAdministrator, timelock)
  if (!isAddressEqual(administrator, timelock)) {
    const register: TimelockCall = {
      to: config.registryModuleOwnerCustom,
      abi: registryModuleAbi,
      functionName: 'registerAdminViaGetCCIPAdmin',
      args: [chain.token],
    }
    const unregistered =
      isAddressEqual(administrator, zeroAddress) &&
      isAddressEqual(token.ccipAdmin, timelock)
    found.push({
      ...about,
      rule: 'registry-admin',
      declared: timelock,
      found: administrator,
      ...(offered
        ? { calls: [call('acceptAdminRole')] }
        : unregistered
          ? { calls: [register, call('acceptAdminRole')] }
          : {
              remedy: `its administrator has to call transferAdminRole(${chain.token}, ${timelock})`,
            }),
    })
  } else if (!isAddressEqual(pendingAdministrator, zeroAddress))
    found.push({
      ...about,
      rule: 'registry-pending-admin',
      declared: 'nobody',
      found: pendingAdministrator,
      calls: [call('transferAdminRole', zeroAddress)],
    })
  if (!isAddressEqual(tokenPool, chain.pool))
    found.push({
      ...about,
      rule: 'registry-pool',
      declared: chain.pool,
      found: tokenPool,
      calls: [call('setPool', chain.pool)],
    })
  return found
}

function tokenDifferences(end: BridgeEnd, { token }: EndState): Difference[] {
  const { chain } = end
  const about = { chain: chain.config.name, calls: [] }
  const found: Difference[] = []
  if (!isAddressEqual(token.timelock, chain.timelock))
    found.push({
      ...about,
      rule: 'token-timelock',
      declared: chain.timelock,
      found: token.timelock,
      remedy: 'it is fixed for ever: the declared deployment is another one',
    })
  if (!isAddressEqual(token.ccipAdmin, chain.timelock))
    found.push({
      ...about,
      rule: 'ccip-admin',
      declared: chain.timelock,
      found: token.ccipAdmin,
      remedy: 'whoever it is has to hand it back to the timelock',
    })
  if (token.decimals !== decimals)
    found.push({
      ...about,
      rule: 'pool-decimals',
      declared: String(decimals),
      found: `${token.decimals} of the token`,
      remedy: 'it is fixed for ever: the declared deployment is another one',
    })
  return [...found, ...rightsDifferences(end, token.rights)]
}

function rightsDifferences(
  { chain, views }: BridgeEnd,
  rights: EndState['token']['rights'],
): Difference[] {
  const about = { chain: chain.config.name, calls: [] }
  if (rights.side === 'home')
    return rights.delivers
      ? []
      : [
          {
            ...about,
            rule: 'delivery-right',
            declared: 'the pool delivers OPEN',
            found: 'it does not',
            calls: [
              {
                to: chain.token,
                abi: openTokenAbi,
                functionName: 'addPool',
                args: [chain.pool],
              },
            ],
          },
        ]
  const call = (
    functionName: 'setMinter' | 'setBurner',
    pool: Address,
    value: bigint | boolean,
  ): TimelockCall => ({
    to: chain.token,
    abi: bridgedOpenTokenAbi,
    functionName,
    args: [pool, value],
  })
  const found: Difference[] = []
  const retiring = rights.retiring.reduce((sum, { budget }) => sum + budget, 0n)
  const declared = views.reduce(
    (sum, { lane }) => (lane.mintBudget > sum ? lane.mintBudget : sum),
    0n,
  )
  if (rights.budget !== declared)
    found.push({
      ...about,
      rule: 'mint-budget',
      declared: `${declared} wei a day`,
      found: `${rights.budget} wei a day`,
      calls: [call('setMinter', chain.pool, declared)],
    })
  if (!rights.burns)
    found.push({
      ...about,
      rule: 'burn-right',
      declared: 'the pool burns',
      found: 'it may not',
      calls: [call('setBurner', chain.pool, true)],
    })
  const others = rights.total - rights.budget - retiring
  if (others > 0n)
    found.push({
      ...about,
      rule: 'other-minter',
      declared: 'the pool alone mints',
      found: `others may mint ${others} wei a day`,
      remedy:
        'find them in the MinterSet events of the token and propose setMinter(account, 0)',
    })
  for (const { pool, budget, burns } of rights.retiring) {
    // Deliveries go through the pool that the registry names: an earlier one
    // needs no right, not even for messages that it sent.
    const calls = [
      ...(budget > 0n ? [call('setMinter', pool, 0n)] : []),
      ...(burns ? [call('setBurner', pool, false)] : []),
    ]
    if (calls.length > 0)
      found.push({
        ...about,
        rule: 'retired-pool',
        declared: `no right for the earlier pool ${pool}`,
        found: `it may mint ${budget} wei a day${burns ? ' and burn' : ''}`,
        calls,
      })
  }
  return found
}
