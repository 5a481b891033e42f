import { settings } from '../../config/staking.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    await deployPredicted(env, 'ValidatorStaking', artifacts.ValidatorStaking, [
      {
        token: predict(env, 'OpenToken'),
        xnodeOne: predict(env, 'XnodeOne'),
        timelock: predict(env, 'OpenTimelock'),
        rewardStream: predict(env, 'RewardStream'),
        slashVault: predict(env, 'SlashVault'),
      },
      { ...settings, accountability: predict(env, 'Accountability') },
    ])
  },
  {
    tags: ['home', 'ValidatorStaking'],
    dependencies: ['XnodeOne', 'SlashVault'],
  },
)
