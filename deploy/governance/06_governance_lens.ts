import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'GovernanceLens', artifacts.GovernanceLens, [
      predict(env, 'OpenGovernor'),
    ])
  },
  { tags: ['home', 'GovernanceLens'], dependencies: ['OpenGovernor'] },
)
