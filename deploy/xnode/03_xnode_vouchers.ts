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
    const { timestamp } = await env.viem.publicClient.getBlock()
    await deployPredicted(env, 'XnodeVouchers', artifacts.XnodeVouchers, [
      predict(env, 'XnodeOne'),
      predict(env, 'OpenTimelock'),
      required(args).guardian,
      timestamp + BigInt(saleGuardian.term),
    ])
  },
  { tags: ['home', 'XnodeVouchers'], dependencies: ['XnodeOne'] },
)
