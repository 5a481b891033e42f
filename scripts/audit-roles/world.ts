import { chainConfig } from '../../config/chains.ts'
import { addressOf } from '../../devnet/accounts.ts'
import type { World } from '../../devnet/world.ts'
import { addressBooks } from '../story/cast.ts'
import { type Audit, auditRoles } from './audit.ts'

/** Audits both chains of a local world. */
export function auditWorld(world: World): Promise<Audit> {
  const books = addressBooks(world)
  const chains = world.chains.map(({ name, client, chain }) => ({
    name,
    client,
    contracts: books[name],
    deployments: world.contracts[name],
    tokenAdminRegistry: chainConfig(chain.id).tokenAdminRegistry,
  }))
  return auditRoles(chains, {
    deployer: addressOf('deployer'),
    guardian: addressOf('guardian'),
    council: addressOf('council'),
  })
}
