import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, getAbiItem } from 'viem'
import type { DevnetChainName } from '../config/devnet.ts'
import { type BridgePeer, bridgeEnds } from '../rocketh/deploy.ts'
import { runDeployScripts } from '../rocketh/environment.ts'
import {
  tokenAllocationAbi,
  vestingFactoryAbi,
} from '../typechain-types/index.ts'
import { accounts, addressOf, recipients } from './accounts.ts'
import {
  type Devnet,
  type DevnetChain,
  type StartDevnetOptions,
  startDevnet,
} from './index.ts'

type Contracts = Readonly<Record<string, Address>>

/** Addresses of each chain, by name. */
export interface WorldContracts
  extends Readonly<Partial<Record<DevnetChainName, Contracts>>> {
  readonly home: Contracts
  readonly spoke: Contracts
}

/** A devnet with the whole protocol on it, as `deploy/` leaves it. */
export interface World extends Devnet {
  readonly contracts: WorldContracts
  /** Runs every deployment script again; a second run sends nothing. */
  readonly redeploy: () => Promise<void>
}

export interface StartWorldOptions extends StartDevnetOptions {
  /** Where the deployments are recorded; a folder that is removed if absent. */
  readonly deployments?: string
}

/**
 * Boots the devnet and deploys the protocol on every chain, hand-over included.
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
    await releaseVested(devnet.home, contracts.home)
    const redeploy = async () => {
      await deployAll(devnet, folder)
    }
    return { ...devnet, contracts, redeploy, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** All ends first, then the lanes between them, then everything changes hands. */
async function deployAll(
  { home, chains }: Devnet,
  folder: string,
): Promise<WorldContracts> {
  const run = (
    chain: DevnetChain,
    tag: string,
    peers: readonly BridgePeer[] = [],
  ) => deploy(chain, folder, tag, peers)
  const near = await run(home, 'home')
  const spokes = chains.filter((chain) => chain !== home)
  const ends: [DevnetChainName, Contracts][] = []
  const peers: BridgePeer[] = []
  for (const spoke of spokes) {
    const far = await run(spoke, 'spoke')
    ends.push([spoke.name, far])
    peers.push(endOf(spoke, 'spoke', far))
  }
  await run(home, 'homeHandover', peers)
  for (const spoke of spokes)
    await run(spoke, 'spokeHandover', [endOf(home, 'home', near)])
  return { home: near, ...Object.fromEntries(ends) } as WorldContracts
}

function deploy(
  { provider, name }: DevnetChain,
  folder: string,
  tag: string,
  peers: readonly BridgePeer[],
): Promise<Record<string, Address>> {
  return runDeployScripts({
    provider,
    chain: name,
    tag,
    folder,
    args: {
      guardian: addressOf('guardian'),
      council: addressOf('council'),
      recipients,
      peers,
    },
  })
}

/** What is due of the vestings of genesis is paid, as anybody may ask for. */
async function releaseVested(
  { client, wallet }: DevnetChain,
  contracts: Readonly<Record<string, Address>>,
): Promise<void> {
  const granted = await client.getLogs({
    address: contractAt(contracts, 'TokenAllocation'),
    event: getAbiItem({ abi: tokenAllocationAbi, name: 'VestingGranted' }),
    fromBlock: 0n,
    strict: true,
  })
  await wallet(accounts.deployer).writeContract({
    address: contractAt(contracts, 'VestingFactory'),
    abi: vestingFactoryAbi,
    functionName: 'releaseMany',
    args: [granted.map(({ args }) => args.wallet)],
  })
}

function endOf(
  { selector }: DevnetChain,
  side: keyof typeof bridgeEnds,
  contracts: Contracts,
): BridgePeer {
  const { token, pool } = bridgeEnds[side]
  return {
    selector,
    token: contractAt(contracts, token),
    pool: contractAt(contracts, pool),
  }
}

/**
 * @param contracts Addresses of a world.
 * @param chain One of its chains.
 * @returns Addresses of everything on that chain, by name.
 */
export function contractsOn(
  contracts: WorldContracts,
  { name }: Pick<DevnetChain, 'name'>,
): Contracts {
  const found = contracts[name]
  if (found !== undefined) return found
  throw new Error(`Nothing is deployed to ${name}`)
}

/**
 * @param contracts Addresses of one chain, by name.
 * @param name Which.
 * @returns Its address.
 * @throws When nothing of that name was deployed.
 */
export function contractAt(
  contracts: Readonly<Record<string, Address>>,
  name: string,
): Address {
  const address = contracts[name]
  if (address !== undefined) return address
  throw new Error(
    `${name} is not deployed; deployed are: ${Object.keys(contracts).join(', ')}`,
  )
}
