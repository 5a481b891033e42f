import { type Address, type Hex, zeroHash } from 'viem'
import {
  xnodeOneAbi,
  xnodeRegistryAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type Host, toHost } from './host.ts'

/**
 * Gets what a unit is asked to run, what its host says it runs, and what the
 * validators found on it, in one call of the node.
 *
 * What was set for an owner or tenant before stays readable: `isCurrent` says
 * whether it is for the one of now.
 *
 * @param client Client to read with.
 * @param parameters Which unit.
 * @returns Host, desired, reported and attested state; each undefined if there
 * is none.
 * @throws OpenmeshError `ERC721NonexistentToken`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { desired, reported } = await getDeployment(client, { contracts, unit })
 * const isUpToDate = desired?.generation === reported?.generation
 */
export async function getDeployment(
  client: ReadClient,
  { chainId, contracts, unit }: getDeployment.Parameters,
): Promise<getDeployment.ReturnType> {
  await checkChain(client, chainId)
  const args = [unit] as const
  const about = {
    address: contracts.xnodeRegistry,
    abi: xnodeRegistryAbi,
    args,
  } as const
  const [, host, deployment, report, attestation] = await readAll(client, [
    // The registry knows nothing of a unit that does not exist; this refuses.
    {
      address: contracts.xnodeOne,
      abi: xnodeOneAbi,
      functionName: 'ownerOf',
      args,
    },
    { ...about, functionName: 'hostOf' },
    { ...about, functionName: 'deploymentOf' },
    { ...about, functionName: 'reportOf' },
    { ...about, functionName: 'attestationOf' },
  ])
  return {
    host: toHost(host),
    desired: deployment.deployedAt === 0 ? undefined : toDesired(deployment),
    reported: report.reportedAt === 0 ? undefined : toReported(report),
    attested:
      attestation.provenAt === 0
        ? undefined
        : { ...attestation, provenAt: BigInt(attestation.provenAt) },
  }
}

export namespace getDeployment {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
  }
  /** What a unit is asked to run. */
  export interface Desired {
    /** Id of the app; undefined for nothing. */
    app: Hex | undefined
    /** Its version; undefined for nothing. */
    version: bigint | undefined
    /** How often something was deployed on the unit. */
    generation: bigint
    configHash: Hex
    /** Owner or tenant for whom it was deployed. */
    holder: Address
    /** Timestamp. */
    deployedAt: bigint
    /** Whether the holder is the unit's owner or tenant now. */
    isCurrent: boolean
  }
  /** What the host of a unit says it runs. */
  export interface Reported {
    /** The deployment that it runs. */
    generation: bigint
    stateHash: Hex
    /** Timestamp at which it signed. */
    reportedAt: bigint
    /** The key that signed. */
    hostKey: Address
    /** Whether it is the unit's host key now, for its owner or tenant of now. */
    isCurrent: boolean
  }
  /** What the validators found on a unit, proven from the root of a round. */
  export interface Attested {
    /** Hash of the configuration that its host showed; zero for none. */
    configHash: Hex
    /** Whether its host answered. */
    reachable: boolean
    /** Day since 1970. */
    round: bigint
    /** Block whose registry was compared with. */
    checkedAtBlock: bigint
    /** Timestamp of the proof. */
    provenAt: bigint
    /** The contract that has the root of the round. */
    attester: Address
  }
  export interface ReturnType {
    host: Host | undefined
    desired: Desired | undefined
    reported: Reported | undefined
    attested: Attested | undefined
  }
  export type ErrorType = ActionErrorType
}

function toDesired({
  app,
  current,
  deployedAt,
  version,
  ...rest
}: {
  app: Hex
  version: bigint
  generation: bigint
  configHash: Hex
  holder: Address
  deployedAt: number
  current: boolean
}): getDeployment.Desired {
  const isNothing = app === zeroHash
  return {
    ...rest,
    app: isNothing ? undefined : app,
    version: isNothing ? undefined : version,
    deployedAt: BigInt(deployedAt),
    isCurrent: current,
  }
}

function toReported({
  current,
  reportedAt,
  ...rest
}: {
  generation: bigint
  stateHash: Hex
  reportedAt: number
  hostKey: Address
  current: boolean
}): getDeployment.Reported {
  return { ...rest, reportedAt: BigInt(reportedAt), isCurrent: current }
}
