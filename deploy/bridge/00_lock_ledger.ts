import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'LockLedger', artifacts.LockLedger, [
      predict(env, 'OpenToken'),
      predict(env, 'OpenTimelock'),
    ])
  },
  { tags: ['home', 'LockLedger'], dependencies: ['OpenTimelock'] },
)
