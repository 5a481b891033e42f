import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, getAddress } from 'viem'
import type { BridgePeer, DeployArguments } from '../rocketh/deploy.ts'
import { loadAndExecuteDeploymentsFromFiles } from '../rocketh/environment.ts'
import { addressOf, recipients } from './accounts.ts'
import {
  type Devnet,
  type DevnetChain,
  type StartDevnetOptions,
  startDevnet,
} from './index.ts'

/** A devnet with the whole protocol on it, as `deploy/` leaves it. */
export interface World extends Devnet {
  readonly contracts: {
    readonly home: Readonly<Record<string, Address>>
    readonly spoke: Readonly<Record<string, Address>>
  }
  /** Runs every deployment script again; a second run sends nothing. */
  readonly redeploy: () => Promise<void>
}

export interface StartWorldOptions extends StartDevnetOptions {
  /** Where the deployments are recorded; a folder that is removed if absent. */
  readonly deployments?: string
}

/**
 * Boots the devnet and deploys the protocol on both chains, hand-over included.
 *
 * @param options Accounts, time, ports and where to record.
 * @returns The running world.
 */
export async function startWorld(
  options: StartWorldOptions = {},
): Promise<World> {
  const devnet = await startDevnet(options)
  const kept = options.deployments
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'openmesh-')))
  // The chains are new: what was recorded of earlier ones is not on them.
  for (const { name } of devnet.chains)
    await rm(join(folder, name), { recursive: true, force: true })
  const stop = async () => {
    await devnet.stop()
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
  try {
    const contracts = await deployAll(devnet, folder)
    const redeploy = async () => {
      await deployAll(devnet, folder)
    }
    return { ...devnet, contracts, redeploy, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Both ends first, then the lanes between them, then everything changes hands. */
async function deployAll(
  { home, spoke }: Devnet,
  folder: string,
): Promise<World['contracts']> {
  const run = (
    chain: DevnetChain,
    tag: string,
    peers: readonly BridgePeer[] = [],
  ) => deploy(chain, folder, tag, peers)
  const near = await run(home, 'home')
  const far = await run(spoke, 'spoke')
  const homeEnd = {
    selector: home.selector,
    token: address(near, 'OpenToken'),
    pool: address(near, 'OpenLockPool'),
  }
  const spokeEnd = {
    selector: spoke.selector,
    token: address(far, 'BridgedOpenToken'),
    pool: address(far, 'BurnMintTokenPool'),
  }
  await run(home, 'homeHandover', [spokeEnd])
  await run(spoke, 'spokeHandover', [homeEnd])
  return { home: near, spoke: far }
}

async function deploy(
  chain: DevnetChain,
  folder: string,
  tag: string,
  peers: readonly BridgePeer[],
): Promise<Record<string, Address>> {
  const args: DeployArguments = {
    guardian: addressOf('guardian'),
    recipients,
    peers,
  }
  const { deployments } = await loadAndExecuteDeploymentsFromFiles(
    {
      provider: chain.provider as never,
      environment: chain.name,
      saveDeployments: true,
      askBeforeProceeding: false,
      tags: [tag],
      config: { deployments: folder },
    },
    args,
  )
  return Object.fromEntries(
    Object.entries(deployments).map(([name, deployment]) => [
      name,
      getAddress(deployment.address),
    ]),
  )
}

function address(
  contracts: Readonly<Record<string, Address>>,
  name: string,
): Address {
  const found = contracts[name]
  if (found === undefined) throw new Error(`${name} was not deployed`)
  return found
}
