import { chainConfig } from '../../config/chains.ts'
import { offerPool } from '../../rocketh/bridge.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'

/** Deployed plainly: a CCIP pool belongs to whoever deploys it, and a factory could not hand it on. */
export default deployScript(
  async (env) => {
    const { rmnProxy, router } = chainConfig(env.network.chain.id)
    const { address } = await env.deploy('OpenLockPool', {
      account: env.namedAccounts.deployer,
      artifact: artifacts.OpenLockPool,
      args: [
        predict(env, 'OpenToken'),
        predict(env, 'LockLedger'),
        rmnProxy,
        router,
      ],
    })
    await offerPool(env, address)
  },
  {
    tags: ['home', 'OpenLockPool'],
    dependencies: ['OpenToken', 'OpenTimelock', 'LockLedger'],
  },
)
