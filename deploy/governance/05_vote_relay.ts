import { voteRelay } from '../../config/governance.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'VoteRelay', artifacts.VoteRelay, [
      predict(env, 'OpenGovernor'),
      voteRelay.minVotes,
      voteRelay.proposalCap,
      voteRelay.dayCap,
    ])
  },
  { tags: ['home', 'VoteRelay'], dependencies: ['OpenGovernor'] },
)
