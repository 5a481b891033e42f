import { laneCalls } from '../../rocketh/bridge.ts'
import {
  type DeployArguments,
  deployScript,
  required,
} from '../../rocketh/deploy.ts'
import { throughTimelock } from '../../rocketh/timelock.ts'

export default deployScript<DeployArguments>(
  async (env, args) => {
    const pool = env.get('BurnMintTokenPool').address
    await throughTimelock(env, await laneCalls(env, pool, required(args).peers))
  },
  { tags: ['spokeLanes'], dependencies: ['spokeRegistration'] },
)
