import { chainConfig } from '../../config/chains.ts'
import { offerPool } from '../../rocketh/bridge.ts'
import { releaseArtifact } from '../../rocketh/ccip-releases.ts'
import { deployScript } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'

const DECIMALS = 18

/** The audited release bytecode from Chainlink's package, not our compilation of it. */
export default deployScript(
  async (env) => {
    const { rmnProxy, router } = chainConfig(env.network.chain.id)
    const artifact = await releaseArtifact('burnMintTokenPool')
    const { address } = await env.deploy('BurnMintTokenPool', {
      account: env.namedAccounts.deployer,
      artifact: { ...artifact, metadata: '' },
      args: [predict(env, 'BridgedOpenToken'), DECIMALS, [], rmnProxy, router],
    })
    await offerPool(env, address)
  },
  { tags: ['spoke', 'BurnMintTokenPool'], dependencies: ['spokeTimelock'] },
)
