import type { Address } from 'viem'
import { type LaneConfig, lanes } from '../../config/bridge.ts'
import { chainConfig } from '../../config/chains.ts'
import type { Devnet, DevnetChain, DevnetWallet } from '../../devnet/index.ts'
import { type BridgedToken, tokenAt } from '../../devnet/measure-delivery.ts'
import type { Planner, RawCall, Sender } from '../../scripts/lanes/apply.ts'
import {
  type BridgeChain,
  type BridgeEnd,
  joinLanes,
} from '../../scripts/lanes/network.ts'
import { planLanes } from '../../scripts/lanes/plan.ts'
import { dailyMint, limits } from './bridge.ts'

/** The declared lanes of the local chains, with the limits that tests use. */
export const testLanes: readonly LaneConfig[] = lanes.map((lane) => ({
  ...lane,
  ...limits,
  mintBudget: dailyMint,
}))

/** The chains of a devnet as the lanes see them; account 0 is the timelock. */
export function bridgeChains(
  devnet: Devnet,
  bridged: BridgedToken,
): BridgeChain[] {
  return devnet.chains.map((chain) => ({
    config: chainConfig(chain.chain.id),
    client: chain.client,
    ...tokenAt(bridged, chain),
    timelock: chain.wallet(0).account.address,
  }))
}

export function testEnds(
  devnet: Devnet,
  bridged: BridgedToken,
  declared = testLanes,
): BridgeEnd[] {
  return joinLanes(bridgeChains(devnet, bridged), declared)
}

/** Asks what differs, again and again. */
export function planner(ends: readonly BridgeEnd[]): Planner {
  return async () => (await planLanes(ends)).chains
}

/** Sends as one account on every chain, and remembers what it sent. */
export class TestSender implements Sender {
  readonly address: Address
  readonly sent: { chain: string; call: RawCall }[] = []
  /** Dies before it sends more than this. */
  lives = Number.POSITIVE_INFINITY
  readonly #devnet: Devnet
  readonly #index: number

  constructor(devnet: Devnet, index = 0) {
    this.#devnet = devnet
    this.#index = index
    this.address = devnet.home.wallet(index).account.address
  }

  readonly send = async ({ config }: BridgeChain, call: RawCall) => {
    if (this.sent.length >= this.lives) throw new Error('killed')
    const chain = this.#devnet.chains.find(({ name }) => name === config.name)
    await sendRaw(chain as DevnetChain, this.#index, call)
    this.sent.push({ chain: config.name, call })
  }
}

/** Sends a call that must succeed. */
export async function sendRaw(
  chain: DevnetChain,
  index: number,
  { to, data }: RawCall,
): Promise<void> {
  const wallet: DevnetWallet = chain.wallet(index)
  const hash = await wallet.sendTransaction({ to, data })
  const receipt = await chain.client.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success') throw new Error(`${hash} reverted`)
}
