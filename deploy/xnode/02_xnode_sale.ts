import { zeroAddress } from 'viem'
import { homeConfig } from '../../config/chains.ts'
import { saleGuardian } from '../../config/xnode.ts'
import {
  artifacts,
  type DeployArguments,
  deployScript,
  required,
} from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript<DeployArguments>(
  async (env, args) => {
    const { usdc } = homeConfig(env.network.chain.id)
    const { timestamp } = await env.viem.publicClient.getBlock()
    await deployPredicted(env, 'XnodeSale', artifacts.XnodeSale, [
      predict(env, 'XnodeOne'),
      predict(env, 'PriceOracle'),
      predict(env, 'OpenTimelock'),
      required(args).guardian,
      timestamp + BigInt(saleGuardian.term),
      [zeroAddress, usdc],
    ])
  },
  { tags: ['home', 'XnodeSale'], dependencies: ['XnodeOne', 'PriceOracle'] },
)
