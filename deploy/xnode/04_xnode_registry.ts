import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'XnodeRegistry', artifacts.XnodeRegistry, [
      predict(env, 'XnodeOne'),
      predict(env, 'OpenTimelock'),
    ])
  },
  { tags: ['home', 'XnodeRegistry'], dependencies: ['XnodeOne'] },
)
