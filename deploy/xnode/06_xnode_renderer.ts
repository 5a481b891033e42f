import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'XnodeRenderer', artifacts.XnodeRenderer, [
      predict(env, 'XnodeOne'),
      predict(env, 'XnodeRegistry'),
    ])
  },
  { tags: ['home', 'XnodeRenderer'], dependencies: ['XnodeRegistry'] },
)
