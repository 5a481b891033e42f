import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'Accountability', artifacts.Accountability, [
      predict(env, 'ValidatorStaking'),
    ])
  },
  { tags: ['home', 'Accountability'], dependencies: ['ValidatorStaking'] },
)
