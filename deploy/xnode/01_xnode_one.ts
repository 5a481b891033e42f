import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'XnodeOne', artifacts.XnodeOne, [
      predict(env, 'OpenTimelock'),
      {
        minters: [predict(env, 'XnodeSale'), predict(env, 'XnodeVouchers')],
        renewer: predict(env, 'XnodeSale'),
        locker: predict(env, 'ValidatorStaking'),
      },
      predict(env, 'XnodeRevenue'),
      predict(env, 'XnodeRenderer'),
    ])
  },
  { tags: ['home', 'XnodeOne'], dependencies: ['OpenTimelock'] },
)
