import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import hre from 'hardhat'
import { type Address, isAddress } from 'viem'
import {
  type ChainConfig,
  type ChainName,
  chainConfig,
  chainNamed,
  chainNames,
} from '../config/chains.ts'
import { devnetAddresses } from '../config/devnet.ts'
import { GENESIS_RECIPIENTS } from '../config/genesis.ts'
import { type BridgePeer, bridgeEnds } from '../rocketh/deploy.ts'
import { runDeployScripts } from '../rocketh/environment.ts'
import { reasonOf } from './reason.ts'

/** Those of hardhat.config.ts that have an endpoint. */
const publicNetworks = Object.entries(hre.config.networks)
  .filter(([, { type }]) => type === 'http')
  .map(([name]) => name)

const help = `npm run deploy -- --network NAME [options]

Deploys one side of the protocol to a public network. Without --send it is a
rehearsal: every script runs against a fork of the network, nothing is sent.

  --network NAME      ${publicNetworks.join(', ')}
  --guardian ADDRESS  who may pull the brakes; ideally a Safe
  --recipients FILE   JSON object: genesis recipient -> address (home only)
  --send              send the transactions
  --help              this text

Order: home, spoke, then each once more: the lanes between them open and the
timelock changes hands when both ends are known. A second run sends nothing
that was sent before. RPC endpoints and the key come from .env.
`

interface Options {
  network: string
  guardian: Address
  recipients: string | undefined
  send: boolean
}

function readOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      network: { type: 'string' },
      guardian: { type: 'string' },
      recipients: { type: 'string' },
      send: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return undefined
  const { network, guardian = '', recipients, send } = values
  if (network === undefined || !publicNetworks.includes(network))
    throw new Error(
      `--network ${network ?? ''}: choose one of ${publicNetworks.join(', ')}`,
    )
  if (!isAddress(guardian))
    throw new Error(`--guardian ${guardian}: give an address`)
  return { network, guardian, recipients, send }
}

async function main(): Promise<void> {
  const options = readOptions()
  if (options === undefined) {
    process.stdout.write(help)
    return
  }
  const live = await hre.network.create(options.network)
  const chainId = Number(await live.provider.request({ method: 'eth_chainId' }))
  const chain = chainConfig(chainId)
  const recipients = await readRecipients(chain, options.recipients)
  const connection = options.send ? live : await fork(options.network, chainId)
  const folder = options.send
    ? 'deployments'
    : await mkdtemp(join(tmpdir(), 'openmesh-rehearsal-'))
  const recorded = join('deployments', chain.name)
  if (!options.send && existsSync(recorded))
    await cp(recorded, join(folder, chain.name), { recursive: true })
  const { provider, sent } = watched(connection.provider)
  try {
    const peers = await findPeers(chain)
    const deployed = await runDeployScripts({
      provider,
      chain: chain.name,
      tag: peers.length > 0 ? `${chain.side}Handover` : chain.side,
      folder,
      args: { guardian: options.guardian, recipients, peers },
    })
    for (const [name, address] of Object.entries(deployed))
      process.stdout.write(`${name.padEnd(20)} ${address}\n`)
    process.stdout.write(
      `${options.send ? 'Deployed to' : 'Rehearsed on a fork of'} ${chain.name} (${chainId}), ${sent()} transactions. ${
        peers.length > 0
          ? 'Lanes are open and the timelock has changed hands.'
          : 'Lanes and hand-over wait for the other side: deploy it, then run this again.'
      }\n`,
    )
  } finally {
    await connection.close()
    if (!options.send) await rm(folder, { recursive: true, force: true })
  }
}

type Provider = {
  request(request: { method: string; params?: unknown }): Promise<unknown>
}

/** A public network takes seconds for each transaction: each is named as it goes. */
function watched(provider: Provider): {
  provider: Provider
  sent: () => number
} {
  let count = 0
  return {
    sent: () => count,
    provider: {
      async request(request) {
        const answer = await provider.request(request)
        if (/^eth_send(Raw)?Transaction$/.test(request.method))
          process.stderr.write(`  ${++count}. ${answer}\n`)
        return answer
      },
    },
  }
}

/** The network as it is now, in this process: what would happen, without its happening. */
async function fork(network: string, chainId: number) {
  const target = hre.config.networks[network]
  if (target?.type !== 'http')
    throw new Error(
      `${network} has no RPC endpoint: name one in hardhat.config.ts`,
    )
  const url = await target.url.getUrl()
  const key = process.env.DEPLOYER_PRIVATE_KEY
  if (!key) throw new Error('DEPLOYER_PRIVATE_KEY is missing: set it in .env')
  const connection = await hre.network.create({
    network: 'home',
    override: {
      chainId,
      forking: { url, enabled: true },
      accounts: [{ privateKey: key, balance: 10n ** 20n }],
    },
  })
  // Hardhat cannot call into the forked block itself where it does not know
  // the chain's hardforks; into one of its own it can.
  await connection.provider.request({ method: 'evm_mine', params: [] })
  return connection
}

/** Every label needs its address, or genesis would stop half-way. */
async function readRecipients(
  chain: ChainConfig,
  file: string | undefined,
): Promise<Record<string, Address>> {
  if (chain.side === 'spoke') return {}
  if (file === undefined)
    throw new Error(
      `--recipients FILE is missing: a JSON object with an address for each of ${GENESIS_RECIPIENTS.join(', ')}`,
    )
  const given = JSON.parse(await readFile(file, 'utf8')) as Record<
    string,
    string
  >
  return Object.fromEntries(
    GENESIS_RECIPIENTS.map((label) => {
      const address = given[label] ?? ''
      if (!isAddress(address))
        throw new Error(`${file}: "${label}" is "${address}", give an address`)
      return [label, address]
    }),
  )
}

/** Ends on the other side that were recorded in `deployments/`. */
async function findPeers(chain: ChainConfig): Promise<BridgePeer[]> {
  const others = chainNames
    .map((name: ChainName) => chainNamed(name))
    .filter((other) => other.side !== chain.side)
    .filter((other) => isLocal(other) === isLocal(chain))
  const found = await Promise.all(others.map(readPeer))
  return found.filter((peer) => peer !== undefined)
}

async function readPeer(chain: ChainConfig): Promise<BridgePeer | undefined> {
  const names = bridgeEnds[chain.side]
  const path = (name: string) => join('deployments', chain.name, `${name}.json`)
  if (!existsSync(path(names.token)) || !existsSync(path(names.pool)))
    return undefined
  const address = async (name: string): Promise<Address> =>
    JSON.parse(await readFile(path(name), 'utf8')).address
  return {
    selector: chain.selector,
    token: await address(names.token),
    pool: await address(names.pool),
  }
}

const isLocal = ({ name }: ChainConfig) => name in devnetAddresses

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`openmesh: ${reasonOf(error)}\n`)
    process.exit(1)
  },
)
