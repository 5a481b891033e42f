import { voteRelay } from '../../config/governance.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    const { address } = await deployPredicted(
      env,
      'VoteRelay',
      artifacts.VoteRelay,
      [
        predict(env, 'OpenGovernor'),
        voteRelay.minVotes,
        voteRelay.proposalCap,
        voteRelay.dayCap,
      ],
    )
    const pot = await env.viem.publicClient.getBalance({ address })
    if (pot === 0n)
      await env.tx({
        account: env.namedAccounts.deployer,
        to: address,
        value: voteRelay.firstPot,
      })
  },
  { tags: ['home', 'VoteRelay'], dependencies: ['OpenGovernor'] },
)
