import type { DevnetChainName } from '../config/devnet.ts'
import { deployCcip } from './ccip/deploy.ts'
import { type Lane, openLane } from './ccip/lane.ts'
import {
  assertPortFree,
  type DevnetChain,
  defaultMnemonic,
  openChain,
} from './network.ts'
import { fundOperator } from './operator.ts'
import { createQueue } from './queue.ts'
import {
  createRelayer,
  type Relayer,
  type StartOptions,
} from './relayer/relayer.ts'
import { advance, refreshPrices, renewPrices } from './time.ts'
import { deployTokens, openFaucets } from './tokens.ts'

export type { DevnetChain, DevnetWallet } from './network.ts'
export type { Relayer } from './relayer/relayer.ts'

export interface StartDevnetOptions {
  /** Whose accounts hold ether. Hardhat's own when left out. */
  readonly mnemonic?: string
  /** Time of the first blocks; now when left out. */
  readonly genesis?: Date
  /** Serves JSON-RPC on these ports of the loopback; in process if absent. */
  readonly ports?: Readonly<Record<DevnetChainName, number>>
}

export type RunOptions = Omit<StartOptions, 'before'>

export interface Devnet {
  readonly home: DevnetChain
  readonly spoke: DevnetChain
  readonly chains: readonly DevnetChain[]
  /** The lane from one chain to the other. */
  readonly lanes: { readonly out: Lane; readonly back: Lane }
  readonly relayer: Relayer
  /** Relays by itself and keeps prices fresh, until {@link Devnet.stop}. */
  readonly run: (options: RunOptions) => void
  /** Moves all chains together and refreshes every price. */
  readonly advance: (seconds: bigint) => Promise<bigint>
  readonly stop: () => Promise<void>
}

/**
 * Boots a home and a spoke chain with real CCIP 1.6 between them, test tokens
 * and price feeds, at the addresses of `config/devnet.ts`.
 *
 * @param options - Accounts, time and ports.
 * @returns The running network.
 * @throws DevnetPortTakenError when a port is in use; nothing runs then.
 *
 * @example
 * ```ts
 * const devnet = await startDevnet()
 * await devnet.advance(3600n)
 * await devnet.stop()
 * ```
 */
export async function startDevnet(
  options: StartDevnetOptions = {},
): Promise<Devnet> {
  const { mnemonic = defaultMnemonic, genesis = new Date(), ports } = options
  if (ports !== undefined) {
    await assertPortFree('home', ports.home)
    await assertPortFree('spoke', ports.spoke)
  }
  const open = (name: DevnetChainName) =>
    openChain({ name, mnemonic, genesis, port: ports?.[name] })
  // One after the other: to catch its connection, a served chain hooks in.
  const home = await open('home')
  const spoke = await open('spoke')
  const chains = [home, spoke]
  const lanes = {
    out: { source: home, destination: spoke },
    back: { source: spoke, destination: home },
  }
  // Prices have numbers that must rise: one at a time.
  const enqueue = createQueue()
  const relayer = createRelayer([lanes.out, lanes.back], enqueue)

  await Promise.all(chains.map((chain) => deploy(chain, chains)))
  await openLane(lanes.out)
  await openLane(lanes.back)
  await refreshPrices(chains)

  return {
    home,
    spoke,
    chains,
    lanes,
    relayer,
    run: (options) =>
      relayer.start({ ...options, before: () => renewPrices(chains) }),
    advance: (seconds) => enqueue(() => advance(chains, seconds)),
    stop: async () => {
      await relayer.stop()
      await Promise.all(chains.map((chain) => chain.close()))
    },
  }
}

async function deploy(
  chain: DevnetChain,
  chains: readonly DevnetChain[],
): Promise<void> {
  await fundOperator(chain)
  await deployTokens(chain)
  await deployCcip(
    chain,
    chains.filter((other) => other !== chain).map(({ selector }) => selector),
  )
  await openFaucets(chain)
}
