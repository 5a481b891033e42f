import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import hre from 'hardhat'
import { runDeployScripts } from '../../rocketh/environment.ts'
import { reasonOf } from '../reason.ts'
import { help, type Options, readOptions } from './options.ts'
import { findPeers } from './peers.ts'

async function main(): Promise<void> {
  const options = await readOptions()
  if (options === undefined) {
    process.stdout.write(help)
    return
  }
  const { chain, guardian, council, recipients, send } = options
  await requireChain(options)
  const connection = send
    ? await hre.network.create(chain.name)
    : await fork(options)
  const folder = send
    ? 'deployments'
    : await mkdtemp(join(tmpdir(), 'openmesh-rehearsal-'))
  const recorded = join('deployments', chain.name)
  if (!send && existsSync(recorded))
    await cp(recorded, join(folder, chain.name), { recursive: true })
  const { provider, sent } = watched(connection.provider)
  try {
    const peers = await findPeers(chain)
    const deployed = await runDeployScripts({
      provider,
      chain: chain.name,
      tag: peers.length > 0 ? `${chain.side}Handover` : chain.side,
      folder,
      args: { guardian, council, recipients, peers },
    })
    for (const [name, address] of Object.entries(deployed))
      process.stdout.write(`${name.padEnd(20)} ${address}\n`)
    process.stdout.write(
      `${send ? 'Deployed to' : 'Rehearsed on a fork of'} ${chain.name} (${chain.chainId}), ${sent()} transactions. ${
        peers.length > 0
          ? 'Lanes are open and the timelock has changed hands.'
          : 'Lanes and hand-over wait for the other side: deploy it, then run this again.'
      }\n`,
    )
  } finally {
    await connection.close()
    if (!send) await rm(folder, { recursive: true, force: true })
  }
}

/** Two endpoints swapped in .env would deploy the wrong side. */
async function requireChain({ chain, url }: Options): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId' }),
  })
    .then((response) => response.json())
    .catch((error: unknown) => {
      throw new Error(
        `the endpoint of ${chain.name} does not answer (${reasonOf(error)}): check its URL in .env`,
      )
    })
  const chainId = Number((answer as { result?: string }).result)
  if (chainId !== chain.chainId)
    throw new Error(
      `${chain.name} is chain ${chain.chainId}, but its endpoint is chain ${chainId}: check its URL in .env`,
    )
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
async function fork({ chain, url, key }: Options) {
  const connection = await hre.network.create({
    network: 'home',
    override: {
      chainId: chain.chainId,
      forking: { url, enabled: true },
      accounts: [{ privateKey: key, balance: 10n ** 20n }],
    },
  })
  // Hardhat cannot call into the forked block itself where it does not know
  // the chain's hardforks; into one of its own it can.
  await connection.provider.request({ method: 'evm_mine', params: [] })
  return connection
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`openmesh: ${reasonOf(error)}\n`)
    process.exit(1)
  },
)
