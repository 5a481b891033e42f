import { chainConfig } from '../../config/chains.ts'
import { contractAt, contractsOn, type World } from '../../devnet/world.ts'
import { bridgeEnds } from '../../rocketh/deploy.ts'
import type { Sender } from './apply.ts'
import type { BridgeChain } from './network.ts'

/** The chains of a local world, as the lanes see them. */
export function chainsOfWorld(world: World): BridgeChain[] {
  return world.chains.map((local): BridgeChain => {
    const config = chainConfig(local.chain.id)
    const contracts = contractsOn(world.contracts, local)
    const { token, pool } = bridgeEnds[config.side]
    return {
      config,
      client: local.client,
      token: contractAt(contracts, token),
      pool: contractAt(contracts, pool),
      timelock: contractAt(contracts, 'OpenTimelock'),
      guard: contractAt(contracts, 'LaneGuard'),
      ...(config.side === 'home'
        ? { ledger: contractAt(contracts, 'LockLedger') }
        : {}),
    }
  })
}

/** Sends as one account of a local world. */
export function worldSender(world: World, index: number): Sender {
  return {
    address: world.home.wallet(index).account.address,
    send: async ({ config }, call) => {
      const local = world.chains.find(({ name }) => name === config.name)
      if (local === undefined) throw new Error(`no chain ${config.name}`)
      const hash = await local.wallet(index).sendTransaction(call)
      const receipt = await local.client.waitForTransactionReceipt({ hash })
      if (receipt.status !== 'success') throw new Error(`${hash} reverted`)
    },
  }
}
