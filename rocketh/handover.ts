import { type Abi, type Address, isAddressEqual, parseAbi } from 'viem'
import { chainConfig } from '../config/chains.ts'
import { timelock as timelockConfig } from '../config/governance.ts'
import { openTimelockAbi } from '../typechain-types/index.ts'
import { tokenAdminRegistryAbi, tokenPoolAbi } from './ccip-abis.ts'
import type { BridgePeer, Environment } from './deploy.ts'
import { predict } from './predict.ts'
import { type TimelockCall, throughTimelock } from './timelock.ts'

/** One thing that has to be true before the deployer lets go. */
export interface Assertion {
  readonly what: string
  readonly holds: () => Promise<boolean>
}

/**
 * Gives the timelock to its new master and takes every role from the deployer,
 * in one batch that happens whole or not at all. Refuses while an assertion
 * fails; does nothing when it was done before.
 *
 * @param env The chain's deployment.
 * @param master Sole proposer, executor and canceller from now on.
 * @param assertions What has to hold.
 */
export async function handOver(
  env: Environment,
  master: Address,
  assertions: readonly Assertion[],
): Promise<void> {
  const { deployer } = env.namedAccounts
  const timelock = {
    address: predict(env, 'OpenTimelock'),
    abi: openTimelockAbi,
  } as const
  const { publicClient } = env.viem
  const role = (
    functionName:
      | 'PROPOSER_ROLE'
      | 'EXECUTOR_ROLE'
      | 'CANCELLER_ROLE'
      | 'DEFAULT_ADMIN_ROLE',
  ) => publicClient.readContract({ ...timelock, functionName })
  const admin = await role('DEFAULT_ADMIN_ROLE')
  const stillOurs = await publicClient.readContract({
    ...timelock,
    functionName: 'hasRole',
    args: [admin, deployer],
  })
  if (!stillOurs) return

  const failed: string[] = []
  for (const { what, holds } of assertions)
    if (!(await holds())) failed.push(what)
  if (failed.length > 0)
    throw new Error(
      `hand-over refused, because it is not true that ${failed.join('; that ')}: mend that, then run the deployment again`,
    )

  const call = (
    functionName: string,
    args: readonly unknown[],
  ): TimelockCall => ({
    to: timelock.address,
    abi: openTimelockAbi as Abi,
    functionName,
    args,
  })
  const duties = await Promise.all([
    role('PROPOSER_ROLE'),
    role('EXECUTOR_ROLE'),
    role('CANCELLER_ROLE'),
  ])
  await throughTimelock(env, [
    ...duties.map((duty) => call('grantRole', [duty, master])),
    ...[...duties, admin].map((held) => call('revokeRole', [held, deployer])),
    call('updateDelay', [BigInt(timelockConfig.minDelay)]),
  ])
}

const timelockOfAbi = parseAbi(['function timelock() view returns (address)'])

/** A contract answers to the timelock. */
export function ownedAssertion(
  env: Environment,
  name: string,
  address: Address,
): Assertion {
  return {
    what: `${name} stands at ${address} and answers to the timelock`,
    holds: async () => {
      const { publicClient } = env.viem
      const code = await publicClient.getCode({ address })
      if (code === undefined) return false
      const named = await publicClient.readContract({
        address,
        abi: timelockOfAbi,
        functionName: 'timelock',
      })
      return isAddressEqual(named, predict(env, 'OpenTimelock'))
    },
  }
}

/** The bridge belongs to the timelock: CCIP's registry and the pool say so. */
export function bridgeAssertions(
  env: Environment,
  token: Address,
  pool: Address,
  peers: readonly BridgePeer[],
): Assertion[] {
  const { publicClient } = env.viem
  const timelock = predict(env, 'OpenTimelock')
  const { tokenAdminRegistry } = chainConfig(env.network.chain.id)
  return [
    ...peers.map(
      ({ selector }): Assertion => ({
        what: `the pool ${pool} serves chain ${selector}`,
        holds: () =>
          publicClient.readContract({
            address: pool,
            abi: tokenPoolAbi,
            functionName: 'isSupportedChain',
            args: [selector],
          }),
      }),
    ),
    {
      what: `the timelock owns the pool ${pool}`,
      holds: async () =>
        isAddressEqual(
          await publicClient.readContract({
            address: pool,
            abi: tokenPoolAbi,
            functionName: 'owner',
          }),
          timelock,
        ),
    },
    {
      what: `the lane guard alone may lower the limits of the pool ${pool}`,
      holds: async () =>
        isAddressEqual(
          await publicClient.readContract({
            address: pool,
            abi: tokenPoolAbi,
            functionName: 'getRateLimitAdmin',
          }),
          predict(env, 'LaneGuard'),
        ),
    },
    {
      what: `the timelock administers ${token} in CCIP's registry, with the pool ${pool}`,
      holds: async () => {
        const { administrator, tokenPool } = await publicClient.readContract({
          address: tokenAdminRegistry,
          abi: tokenAdminRegistryAbi,
          functionName: 'getTokenConfig',
          args: [token],
        })
        return (
          isAddressEqual(administrator, timelock) &&
          isAddressEqual(tokenPool, pool)
        )
      },
    },
  ]
}
