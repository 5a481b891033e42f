import { isAddressEqual } from 'viem'
import { deployScript } from '../../rocketh/deploy.ts'
import {
  type Assertion,
  bridgeAssertions,
  handOver,
} from '../../rocketh/handover.ts'
import { predict, predictedAtHome } from '../../rocketh/predict.ts'
import {
  openGovernorAbi,
  openTokenAbi,
  tokenAllocationAbi,
  validatorStakingAbi,
} from '../../typechain-types/index.ts'

export default deployScript(
  async (env) => {
    const { publicClient } = env.viem
    const token = predict(env, 'OpenToken')
    const timelock = predict(env, 'OpenTimelock')
    const governor = predict(env, 'OpenGovernor')
    const staking = predict(env, 'ValidatorStaking')
    const deployed = predictedAtHome.map(
      (name): Assertion => ({
        what: `${name} stands at ${predict(env, name)}`,
        holds: async () =>
          (await publicClient.getCode({ address: predict(env, name) })) !==
          undefined,
      }),
    )
    await handOver(env, governor, [
      ...deployed,
      ...bridgeAssertions(env, token, env.get('OpenLockPool').address),
      {
        what: 'genesis is closed',
        holds: () =>
          publicClient.readContract({
            address: predict(env, 'TokenAllocation'),
            abi: tokenAllocationAbi,
            functionName: 'genesisClosed',
          }),
      },
      {
        what: 'staking is an escrow of OPEN',
        holds: () =>
          publicClient.readContract({
            address: token,
            abi: openTokenAbi,
            functionName: 'isEscrow',
            args: [staking],
          }),
      },
      {
        what: 'staking answers to the timelock',
        holds: async () =>
          isAddressEqual(
            await publicClient.readContract({
              address: staking,
              abi: validatorStakingAbi,
              functionName: 'timelock',
            }),
            timelock,
          ),
      },
      {
        what: 'the governor acts through the timelock',
        holds: async () =>
          isAddressEqual(
            await publicClient.readContract({
              address: governor,
              abi: openGovernorAbi,
              functionName: 'timelock',
            }),
            timelock,
          ),
      },
    ])
  },
  {
    tags: ['homeHandover'],
    dependencies: ['homeLanes', 'grants', 'OpenGovernor'],
  },
)
