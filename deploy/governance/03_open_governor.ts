import { governor } from '../../config/governance.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'OpenGovernor', artifacts.OpenGovernor, [
      predict(env, 'OpenToken'),
      predict(env, 'OpenTimelock'),
      governor,
      predict(env, 'StandardActions'),
      predict(env, 'CouncilGuard'),
      predict(env, 'ValidatorHouse'),
    ])
  },
  {
    tags: ['home', 'OpenGovernor'],
    dependencies: ['OpenTimelock', 'StandardActions'],
  },
)
