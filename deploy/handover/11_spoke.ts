import {
  type DeployArguments,
  deployScript,
  required,
} from '../../rocketh/deploy.ts'
import { bridgeAssertions, handOver } from '../../rocketh/handover.ts'
import { predict } from '../../rocketh/predict.ts'

/** Until decisions of the home DAO reach a spoke, its guardian proposes there, under the same delay. */
export default deployScript<DeployArguments>(
  async (env, args) => {
    const token = predict(env, 'BridgedOpenToken')
    const pool = env.get('BurnMintTokenPool').address
    await handOver(
      env,
      required(args).guardian,
      bridgeAssertions(env, token, pool),
    )
  },
  { tags: ['spokeHandover'], dependencies: ['spokeLanes'] },
)
