import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'BridgedOpenToken', artifacts.BridgedOpenToken, [
      predict(env, 'OpenTimelock'),
    ])
  },
  { tags: ['spoke', 'BridgedOpenToken'] },
)
