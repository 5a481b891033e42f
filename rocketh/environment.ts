import { setupEnvironmentFromFiles } from '@rocketh/node'
import { type Address, getAddress } from 'viem'
import {
  type Accounts,
  type Data,
  type Extensions,
  extensions,
} from './config.ts'
import type { DeployArguments } from './deploy.ts'

const { loadAndExecuteDeploymentsFromFiles } = setupEnvironmentFromFiles<
  Extensions,
  Accounts,
  Data
>(extensions)

/** Where and what to deploy. */
export interface RunParameters {
  /** EIP-1193, of the chain and with the deployer's key. */
  readonly provider: unknown
  /** Name of the chain, which is also the folder its deployments are kept in. */
  readonly chain: string
  /** Scripts of `deploy/` that carry it are run, with those they depend on. */
  readonly tag: string
  /** Where deployments are recorded. */
  readonly folder: string
  readonly args: DeployArguments
}

/**
 * Runs scripts of `deploy/`.
 *
 * @param parameters Where and what.
 * @returns Address of everything that is recorded of the chain, by name.
 */
export async function runDeployScripts({
  provider,
  chain,
  tag,
  folder,
  args,
}: RunParameters): Promise<Record<string, Address>> {
  const { deployments } = await loadAndExecuteDeploymentsFromFiles(
    {
      // Hardhat's providers have another type than the one rocketh asks for.
      provider: provider as never,
      environment: chain,
      saveDeployments: true,
      askBeforeProceeding: false,
      tags: [tag],
      config: { deployments: folder },
    },
    args,
  )
  return Object.fromEntries(
    Object.entries(deployments).map(([name, { address }]) => [
      name,
      getAddress(address),
    ]),
  )
}
