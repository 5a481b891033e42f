import { zeroAddress } from 'viem'
import { homeConfig } from '../../config/chains.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    const { usdc } = homeConfig(env.network.chain.id)
    const token = predict(env, 'OpenToken')
    await deployPredicted(env, 'XnodeRevenue', artifacts.XnodeRevenue, [
      predict(env, 'XnodeOne'),
      token,
      predict(env, 'TokenAllocation'),
      predict(env, 'OpenTimelock'),
      [zeroAddress, usdc, token],
    ])
  },
  {
    tags: ['home', 'XnodeRevenue'],
    dependencies: ['XnodeOne', 'TokenAllocation'],
  },
)
