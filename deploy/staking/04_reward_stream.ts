import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'RewardStream', artifacts.RewardStream, [
      predict(env, 'OpenToken'),
      predict(env, 'ValidatorStaking'),
      predict(env, 'OpenTimelock'),
    ])
  },
  {
    tags: ['home', 'RewardStream'],
    dependencies: ['ValidatorStaking', 'Accountability'],
  },
)
