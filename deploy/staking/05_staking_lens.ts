import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'StakingLens', artifacts.StakingLens, [
      predict(env, 'ValidatorStaking'),
    ])
  },
  { tags: ['home', 'StakingLens'], dependencies: ['ValidatorStaking'] },
)
