import { claimsGuardian } from '../../config/claims.ts'
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
    await deployPredicted(env, 'MerkleClaims', artifacts.MerkleClaims, [
      predict(env, 'TokenAllocation'),
      predict(env, 'OpenTimelock'),
      required(args).guardian,
      timestamp + BigInt(claimsGuardian.term),
    ])
  },
  { tags: ['home', 'MerkleClaims'], dependencies: ['VestingFactory'] },
)
