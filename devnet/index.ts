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
  /** Chains beside home; one when left out. */
  readonly spokes?: readonly [SpokeName, ...SpokeName[]]
  /** Serves JSON-RPC on these ports of the loopback; in process if absent. */
  readonly ports?: Readonly<Partial<Record<DevnetChainName, number>>>
}

export type SpokeName = Exclude<DevnetChainName, 'home'>

export type RunOptions = Omit<StartOptions, 'before'>

export interface Devnet {
  readonly home: DevnetChain
  /** The first spoke. */
  readonly spoke: DevnetChain
  /** Home first. */
  readonly chains: readonly DevnetChain[]
  readonly lanes: {
    /** From home to the first spoke. */
    readonly out: Lane
    /** From the first spoke to home. */
    readonly back: Lane
    /** Both ways between home and every spoke. */
    readonly all: readonly Lane[]
  }
  readonly relayer: Relayer
  /** Relays by itself and keeps prices fresh, until {@link Devnet.stop}. */
  readonly run: (options: RunOptions) => void
  /** Moves all chains together and refreshes every price. */
  readonly advance: (seconds: bigint) => Promise<bigint>
  readonly stop: () => Promise<void>
}

/**
 * Boots a home chain and spokes with real CCIP 1.6 between home and each of
 * them, test tokens and price feeds, at the addresses of `config/devnet.ts`.
 *
 * @param options - Accounts, time, spokes and ports.
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
  const { mnemonic = defaultMnemonic, genesis = new Date() } = options
  const { spokes: names = ['spoke'], ports } = options
  for (const name of ['home', ...names] as const) {
    const port = ports?.[name]
    if (port !== undefined) await assertPortFree(name, port)
  }
  const open = (name: DevnetChainName) =>
    openChain({ name, mnemonic, genesis, port: ports?.[name] })
  // One after the other: to catch its connection, a served chain hooks in.
  const home = await open('home')
  const spoke = await open(names[0])
  const spokes = [spoke]
  for (const name of names.slice(1)) spokes.push(await open(name))
  const chains = [home, ...spokes]
  const roads = spokes.map((far) => ({
    out: { source: home, destination: far },
    back: { source: far, destination: home },
  }))
  const all = roads.flatMap(({ out, back }) => [out, back])
  const [{ out, back }] = roads as [(typeof roads)[number]]
  const lanes = { out, back, all }
  // Prices have numbers that must rise: one at a time.
  const enqueue = createQueue()
  const relayer = createRelayer(all, enqueue)

  await Promise.all(chains.map((chain) => deploy(chain, chains)))
  for (const lane of all) await openLane(lane)
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
