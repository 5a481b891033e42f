import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'XnodeOne', artifacts.XnodeOne, [
      predict(env, 'OpenTimelock'),
      predict(env, 'XnodeSale'),
      predict(env, 'ValidatorStaking'),
    ])
  },
  { tags: ['home', 'XnodeOne'], dependencies: ['OpenTimelock'] },
)
