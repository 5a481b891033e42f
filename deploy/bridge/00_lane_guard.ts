import { deployLaneGuard } from '../../rocketh/bridge.ts'
import {
  type DeployArguments,
  deployScript,
  required,
} from '../../rocketh/deploy.ts'

export default deployScript<DeployArguments>(
  (env, args) => deployLaneGuard(env, required(args).guardian),
  { tags: ['home', 'homeLaneGuard'], dependencies: ['OpenTimelock'] },
)
