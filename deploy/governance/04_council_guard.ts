import { council } from '../../config/governance.ts'
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
    await deployPredicted(env, 'CouncilGuard', artifacts.CouncilGuard, [
      predict(env, 'OpenGovernor'),
      predict(env, 'OpenTimelock'),
      required(args).council,
      timestamp + BigInt(council.term),
    ])
  },
  { tags: ['home', 'CouncilGuard'], dependencies: ['OpenGovernor'] },
)
