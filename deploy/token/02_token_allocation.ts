import { stringToHex } from 'viem'
import { ALLOCATION } from '../../config/allocation.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'TokenAllocation', artifacts.TokenAllocation, [
      predict(env, 'OpenToken'),
      predict(env, 'OpenTimelock'),
      env.namedAccounts.deployer,
      predict(env, 'VestingFactory'),
      ALLOCATION.map(({ key, cap }) => ({
        key: stringToHex(key, { size: 32 }),
        cap,
      })),
    ])
  },
  { tags: ['home', 'TokenAllocation'], dependencies: ['OpenTimelock'] },
)
