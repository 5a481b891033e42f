import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'VestingFactory', artifacts.VestingFactory, [
      predict(env, 'OpenToken'),
      predict(env, 'TokenAllocation'),
    ])
  },
  { tags: ['home', 'VestingFactory'], dependencies: ['TokenAllocation'] },
)
