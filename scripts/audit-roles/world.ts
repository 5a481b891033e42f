import { chainConfig } from '../../config/chains.ts'
import { addressOf } from '../../devnet/accounts.ts'
import { contractsOn, type World } from '../../devnet/world.ts'
import { spokeContracts } from '../../sdk/src/index.ts'
import { addressBooks } from '../story/cast.ts'
import { type Audit, auditRoles } from './audit.ts'

/** Audits both chains of a local world. */
export function auditWorld(world: World): Promise<Audit> {
  const { home } = addressBooks(world)
  const chains = world.chains.map((local) => {
    const { name, client, chain, addresses } = local
    const deployments = contractsOn(world.contracts, local)
    const contracts =
      local === world.home
        ? home
        : spokeContracts(deployments, { ccipRouter: addresses.router })
    const { tokenAdminRegistry } = chainConfig(chain.id)
    return { name, client, contracts, deployments, tokenAdminRegistry }
  })
  return auditRoles(chains, {
    deployer: addressOf('deployer'),
    guardian: addressOf('guardian'),
    council: addressOf('council'),
  })
}
