import { type AccountName, accounts } from '../../devnet/accounts.ts'
import type { World } from '../../devnet/world.ts'
import {
  homeContracts,
  openmeshActions,
  spokeContracts,
} from '../../sdk/src/index.ts'

/** Address books of both chains, for the SDK. */
export function addressBooks({ home, spoke, contracts }: World) {
  return {
    home: homeContracts(contracts.home, {
      ccipRouter: home.addresses.router,
      syntheticOpen: home.addresses.syntheticOpen,
    }),
    spoke: spokeContracts(contracts.spoke, {
      ccipRouter: spoke.addresses.router,
    }),
  }
}

/**
 * @param world Where.
 * @param name Who.
 * @returns A client at home that signs as that account, with every action.
 */
export function atHome(world: World, name: AccountName) {
  const { home } = addressBooks(world)
  return world.home
    .wallet(accounts[name])
    .extend(openmeshActions({ contracts: home }))
}

/**
 * @param world Where.
 * @param name Who.
 * @returns A client on the spoke that signs as that account.
 */
export function onSpoke(world: World, name: AccountName) {
  const { spoke } = addressBooks(world)
  return world.spoke
    .wallet(accounts[name])
    .extend(openmeshActions({ contracts: spoke }))
}

/** Wei of OPEN as a person reads it. */
export function inOpen(wei: bigint): string {
  const whole = wei / 10n ** 18n
  return whole > 0n || wei === 0n
    ? `${whole.toLocaleString('en')} OPEN`
    : `${wei} wei of OPEN`
}
