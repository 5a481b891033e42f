import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

/** Until hand-over the deployer wires the system as the timelock, without delay. */
export default deployScript(
  async (env) => {
    const { deployer } = env.namedAccounts
    await deployPredicted(env, 'OpenTimelock', artifacts.OpenTimelock, [
      predict(env, 'OpenToken'),
      0n,
      [deployer],
      [deployer],
      deployer,
    ])
  },
  { tags: ['home', 'OpenTimelock'], dependencies: ['OpenToken'] },
)
