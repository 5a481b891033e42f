import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'ValidatorHouse', artifacts.ValidatorHouse, [
      predict(env, 'OpenGovernor'),
      predict(env, 'ValidatorStaking'),
    ])
  },
  {
    tags: ['home', 'ValidatorHouse'],
    dependencies: ['OpenGovernor', 'ValidatorStaking'],
  },
)
