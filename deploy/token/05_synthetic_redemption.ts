import { homeConfig } from '../../config/chains.ts'
import { REDEMPTION_LEAD } from '../../config/genesis.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    const { syntheticOpen } = homeConfig(env.network.chain.id)
    const { timestamp } = await env.viem.publicClient.getBlock()
    await deployPredicted(
      env,
      'SyntheticRedemption',
      artifacts.SyntheticRedemption,
      [
        predict(env, 'OpenToken'),
        syntheticOpen,
        predict(env, 'TokenAllocation'),
        predict(env, 'OpenTimelock'),
        timestamp + BigInt(REDEMPTION_LEAD),
      ],
    )
  },
  { tags: ['home', 'SyntheticRedemption'], dependencies: ['TokenAllocation'] },
)
