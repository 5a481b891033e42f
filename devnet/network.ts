import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import hre from 'hardhat'
import type { NetworkConnection } from 'hardhat/types/network'
import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  custom,
  type EIP1193RequestFn,
  type EIP1474Methods,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem'
import { type HDAccount, mnemonicToAccount } from 'viem/accounts'
import {
  type DevnetAddresses,
  type DevnetChainName,
  devnetAddresses,
} from '../config/devnet.ts'
import { type DevnetChainDefinition, devnetChains } from './chains.ts'
import { DevnetPortTakenError } from './errors.ts'

/** Hardhat's well-known mnemonic. Worthless on any public chain. */
export const defaultMnemonic =
  'test test test test test test test test test test test junk'

export type DevnetWallet = WalletClient<Transport, Chain, Account>

export interface DevnetChain extends DevnetChainDefinition {
  readonly addresses: DevnetAddresses
  /** In process, whether or not the chain is served. */
  readonly provider: { readonly request: EIP1193RequestFn<EIP1474Methods> }
  readonly client: PublicClient<Transport, Chain>
  /** Address of the chain's JSON-RPC server, if it is served. */
  readonly rpcUrl: string | undefined
  /** A client that signs as the account at `index` of the mnemonic. */
  readonly wallet: (index: number) => DevnetWallet
  /** Any method of the chain, Hardhat's own included. */
  readonly rpc: (method: string, parameters?: unknown[]) => Promise<unknown>
  readonly close: () => Promise<void>
}

export interface OpenChainOptions {
  readonly name: DevnetChainName
  readonly mnemonic: string
  readonly genesis: Date
  /** Serves JSON-RPC over HTTP and WebSocket on this port of the loopback. */
  readonly port: number | undefined
}

const loopback = '127.0.0.1'

/** What clients get to hang up. */
const closeTimeoutMs = 500

/**
 * Boots one empty local chain inside this process.
 *
 * @param options - Which chain, its accounts, its time, and where to serve it.
 * @returns The chain with clients.
 * @throws {@link DevnetPortTakenError} when the port is in use.
 */
export async function openChain(
  options: OpenChainOptions,
): Promise<DevnetChain> {
  const { name, mnemonic, genesis, port } = options
  const parameters = {
    network: name,
    chainType: 'l1',
    override: { accounts: { mnemonic }, initialDate: genesis },
  } as const
  const { connection, close } =
    port === undefined
      ? await openConnection(() => hre.network.create(parameters))
      : await serveConnection(name, port, parameters)

  const definition = devnetChains[name]
  const provider = connection.provider as DevnetChain['provider']
  // The chain mines at once, so nothing is worth waiting or caching for.
  const transport = custom(provider, { retryCount: 0 })
  const shared = { chain: definition.chain, transport, cacheTime: 0 }
  return {
    ...definition,
    addresses: devnetAddresses[name],
    provider,
    client: createPublicClient({ ...shared, pollingInterval: 10 }),
    rpcUrl: port === undefined ? undefined : `http://${loopback}:${port}`,
    wallet: (addressIndex) =>
      createWalletClient({
        ...shared,
        account: accountAt(mnemonic, addressIndex),
      }),
    rpc: (method, params = []) =>
      connection.provider.request({ method, params }),
    close,
  }
}

const derived = new Map<string, HDAccount>()

/** Deriving a key takes 50 ms, and tests ask for the same few all the time. */
function accountAt(mnemonic: string, addressIndex: number): HDAccount {
  const key = `${addressIndex} ${mnemonic}`
  const known = derived.get(key)
  if (known !== undefined) return known
  const account = mnemonicToAccount(mnemonic, { addressIndex })
  derived.set(key, account)
  return account
}

interface Opened {
  readonly connection: NetworkConnection<string>
  readonly close: () => Promise<void>
}

async function openConnection(
  create: () => Promise<NetworkConnection<string>>,
): Promise<Opened> {
  const connection = await create()
  return { connection, close: () => connection.close() }
}

/**
 * Serves a chain through Hardhat's own server. It creates the connection by
 * itself and keeps it private; the hook hands us the same one.
 */
async function serveConnection(
  name: DevnetChainName,
  port: number,
  parameters: Parameters<typeof hre.network.createServer>[0],
): Promise<Opened> {
  let connection: NetworkConnection<string> | undefined
  const hook: Parameters<typeof hre.hooks.registerHandlers<'network'>>[1] = {
    newConnection: async (context, next) => {
      const opened = await next(context)
      connection = opened as NetworkConnection<string>
      return opened
    },
  }
  hre.hooks.registerHandlers('network', hook)
  const server = await hre.network
    .createServer(parameters, loopback, port)
    .finally(() => hre.hooks.unregisterHandlers('network', hook))
  if (connection === undefined) throw new Error('Hardhat opened no connection')
  const opened = connection
  // The server's own `listen` never settles when the port is taken.
  await assertPortFree(name, port)
  await server.listen()
  return {
    connection: opened,
    close: async () => {
      // It would wait for WebSockets that a wallet or page keeps open.
      await Promise.race([server.close(), setTimeout(closeTimeoutMs)])
      await opened.close()
    },
  }
}

/**
 * Asks the system for a port and gives it back.
 *
 * @param name - The chain that wants it, for the message.
 * @param port - The port.
 * @throws {@link DevnetPortTakenError} when it is in use.
 */
export async function assertPortFree(
  name: DevnetChainName,
  port: number,
): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (cause) =>
      reject(new DevnetPortTakenError({ name, port, cause })),
    )
    probe.listen(port, loopback, () => probe.close(() => resolve()))
  })
}
