import {
  type DeployArguments,
  deployScript,
  required,
} from '../../rocketh/deploy.ts'
import {
  bridgeAssertions,
  handOver,
  ownedAssertion,
} from '../../rocketh/handover.ts'
import { predict } from '../../rocketh/predict.ts'
import { bridgedOpenTokenAbi } from '../../typechain-types/index.ts'

/** Until decisions of the home DAO reach a spoke, its guardian proposes there, under the same delay. */
export default deployScript<DeployArguments>(
  async (env, args) => {
    const { guardian, peers } = required(args)
    const token = predict(env, 'BridgedOpenToken')
    const pool = env.get('BurnMintTokenPool').address
    const read = {
      address: token,
      abi: bridgedOpenTokenAbi,
      args: [pool],
    } as const
    await handOver(env, guardian, [
      ownedAssertion(env, 'BridgedOpenToken', token),
      ownedAssertion(env, 'LaneGuard', predict(env, 'LaneGuard')),
      ...bridgeAssertions(env, token, pool, peers),
      {
        what: 'the pool may mint within a budget and burn',
        holds: async () => {
          const { publicClient } = env.viem
          const budget = await publicClient.readContract({
            ...read,
            functionName: 'mintBudget',
          })
          const burns = await publicClient.readContract({
            ...read,
            functionName: 'isBurner',
          })
          return budget > 0n && burns
        },
      },
    ])
  },
  { tags: ['spokeHandover'], dependencies: ['spokeLanes'] },
)
