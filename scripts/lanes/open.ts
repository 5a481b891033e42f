import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Address,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  type PublicClient,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  type ChainConfig,
  type ChainName,
  chainNamed,
  chainNames,
} from '../../config/chains.ts'
import { devnetChains } from '../../devnet/chains.ts'
import { bridgeEnds } from '../../rocketh/deploy.ts'
import { reasonOf } from '../reason.ts'
import type { Sender } from './apply.ts'
import type { BridgeChain } from './network.ts'

/**
 * Opens the chains of a kind that `deployments/` has addresses of.
 *
 * @param kind Which.
 * @returns The chains; home and at least one spoke.
 * @throws When nothing is deployed, or an endpoint is missing or another chain.
 */
export async function openChains(
  kind: ChainConfig['kind'],
): Promise<BridgeChain[]> {
  const chains: BridgeChain[] = []
  for (const name of chainNames) {
    const config = chainNamed(name)
    if (config.kind !== kind) continue
    const chain = await openChain(name, config)
    if (chain !== undefined) chains.push(chain)
  }
  if (chains.length < 2)
    throw new Error(
      `deployments/ holds ${chains.length} of the ${kind} chains: deploy home and a spoke first`,
    )
  return chains
}

async function openChain(
  name: ChainName,
  config: ChainConfig,
): Promise<BridgeChain | undefined> {
  const { token, pool } = bridgeEnds[config.side]
  const names = [token, pool, 'OpenTimelock', 'LaneGuard', 'LockLedger']
  const [tokenAt, poolAt, timelock, guard, ledger] = await Promise.all(
    names.map((contract) => recordedAddress(name, contract)),
  )
  if (!tokenAt || !poolAt || !timelock || !guard) return undefined
  const client = createPublicClient({ transport: http(endpointOf(name)) })
  const found = await client.getChainId().catch((error: unknown) => {
    throw new Error(
      `the endpoint of ${name} does not answer (${reasonOf(error)}): check ${variableOf(name)} in .env`,
    )
  })
  if (found !== config.chainId)
    throw new Error(
      `${name} is chain ${config.chainId}, but its endpoint is chain ${found}: check ${variableOf(name)} in .env`,
    )
  const ours = { token: tokenAt, pool: poolAt, timelock, guard }
  return { config, client, ...ours, ...(ledger ? { ledger } : {}) }
}

/**
 * @param name A chain.
 * @param contract A contract's name.
 * @returns Its address as `deployments/` records it, if it does.
 */
export async function recordedAddress(
  name: string,
  contract: string,
): Promise<Address | undefined> {
  const path = join('deployments', name, `${contract}.json`)
  if (!existsSync(path)) return undefined
  return JSON.parse(await readFile(path, 'utf8')).address
}

/** `baseSepolia` is found under BASE_SEPOLIA_RPC_URL. */
function variableOf(name: ChainName): string {
  const words = name.replace(/[A-Z]/g, (letter) => `_${letter}`)
  return `${words.toUpperCase()}_RPC_URL`
}

function endpointOf(name: ChainName): string {
  const variable = variableOf(name)
  const given = process.env[variable]
  if (given !== undefined && URL.canParse(given)) return given
  if (name in devnetChains) {
    const local = devnetChains[name as keyof typeof devnetChains]
    return local.chain.rpcUrls.default.http[0] as string
  }
  throw new Error(`${variable} is "${given ?? ''}": set an endpoint in .env`)
}

/**
 * Makes a sender out of a key.
 *
 * @param key Of an account with coins on every chain.
 * @returns The sender.
 */
export function senderOf(key: Hex): Sender {
  const account = privateKeyToAccount(key)
  return {
    address: account.address,
    send: async ({ client, config }, call) => {
      const transport = http(endpointOf(config.name as ChainName))
      const wallet = createWalletClient({ account, transport })
      const hash = await wallet.sendTransaction({ chain: null, ...call })
      await checkMined(client, hash)
    },
  }
}

async function checkMined(client: PublicClient, hash: Hex): Promise<void> {
  const { status } = await client.waitForTransactionReceipt({ hash })
  if (status !== 'success')
    throw new Error(`transaction ${hash} reverted: run the plan again`)
}
