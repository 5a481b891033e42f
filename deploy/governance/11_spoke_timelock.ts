import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

/** A spoke's timelock is the same contract; whose decisions it carries out is settled at hand-over. */
export default deployScript(
  async (env) => {
    const { deployer } = env.namedAccounts
    await deployPredicted(env, 'OpenTimelock', artifacts.OpenTimelock, [
      predict(env, 'BridgedOpenToken'),
      0n,
      [deployer],
      [deployer],
      deployer,
    ])
  },
  { tags: ['spoke', 'spokeTimelock'], dependencies: ['BridgedOpenToken'] },
)
