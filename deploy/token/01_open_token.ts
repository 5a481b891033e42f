import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'OpenToken', artifacts.OpenToken, [
      predict(env, 'TokenAllocation'),
      predict(env, 'OpenTimelock'),
    ])
  },
  { tags: ['home', 'OpenToken'] },
)
