import { setupDeployScripts } from 'rocketh'
import type { Address } from 'viem'
import {
  type Accounts,
  type Data,
  type Extensions,
  extensions,
} from './config.ts'

export * as artifacts from '../generated/artifacts/index.js'

export const { deployScript } = setupDeployScripts<Extensions, Accounts, Data>(
  extensions,
)

/** What a script of `deploy/` works with. */
export type Environment = Parameters<Parameters<typeof deployScript>[0]>[0]

/** What a deployment has to be told, because no chain knows it. */
export interface DeployArguments {
  /** Who may pull the brakes; ideally a Safe. */
  guardian: Address
  /** Who may cancel proposals, through CouncilGuard; ideally a Safe. */
  council: Address
  /** Address of each recipient that `config/genesis.ts` names. */
  recipients: Readonly<Record<string, Address>>
  /** The other ends of the bridge; lanes open once both ends are known. */
  peers: readonly BridgePeer[]
}

/** The far end of a lane. */
export interface BridgePeer {
  /** CCIP's number of the other chain. */
  selector: bigint
  token: Address
  pool: Address
}

/** Names of what a lane ends in, by the side of its chain. */
export const bridgeEnds = {
  home: { token: 'OpenToken', pool: 'OpenLockPool' },
  spoke: { token: 'BridgedOpenToken', pool: 'BurnMintTokenPool' },
} as const

/** Scripts without arguments fail here rather than in the middle. */
export function required<T>(args: T | undefined): T {
  if (args === undefined)
    throw new Error(
      'this deployment needs its arguments: run it through npm run deploy',
    )
  return args
}
