import type { World } from '../../devnet/world.ts'
import { riskReport } from '../../sdk/src/index.ts'
import { addressBooks } from '../story/cast.ts'

/** Scores the governance of a local world, which lives on the home chain. */
export function riskOfWorld(world: World): Promise<riskReport.ReturnType> {
  return riskReport(world.home.client, {
    contracts: addressBooks(world).home,
  })
}
