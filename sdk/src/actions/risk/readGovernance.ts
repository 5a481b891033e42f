import { type Address, type Log, parseAbi, zeroAddress } from 'viem'
import { getBalance, getBlock, getCode, getLogs } from 'viem/actions'
import { openGovernorBytecode } from '../../../../typechain-types/bytecode/governance/OpenGovernor.ts'
import { voteRelayBytecode } from '../../../../typechain-types/bytecode/governance/VoteRelay.ts'
import {
  councilGuardAbi,
  openGovernorAbi,
  openTimelockAbi,
  openTokenAbi,
  voteRelayAbi,
} from '../../../../typechain-types/index.ts'
import { OpenmeshError } from '../../errors/OpenmeshError.ts'
import { logsMissing } from '../../errors/sdkErrors.ts'
import { searchBlocks } from '../../internal/blocks.ts'
import { checkCode } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ReadClient } from '../../types.ts'
import { type Holding, holdingsOf } from '../roles/holdings.ts'
import { isReleasedCode } from './releasedCode.ts'
import type { riskReport } from './riskReport.ts'

/** What the metrics are computed from. */
export interface Governance {
  now: bigint
  /** Whether the governor's code is that of this release. */
  isReleased: boolean
  /** Whether OPEN refuses to tell votes of the present, which a flash loan could raise. */
  hidesPresentVotes: boolean
  /** Seconds. */
  minDelay: bigint
  votingDelay: bigint
  votingPeriod: bigint
  /** OPEN wei. */
  threshold: bigint
  /** OPEN wei that could be on a market: all but what belongs to nobody. */
  votingSupply: bigint
  governor: Address
  timelock: Address
  council: Council
  relay: Relay
  timelockRoles: Holding[]
  /** Wei of the timelock, the treasury. */
  treasury: bigint
}

export interface Council {
  address: Address
  /** Timestamp. */
  expiry: bigint
  /** Who appoints and dismisses it. */
  timelock: Address
  /** Signers and how many must agree, if it is a Safe. */
  safe: { owners: number; threshold: number } | undefined
}

export interface Relay {
  isReleased: boolean
  /** Wei. */
  pot: bigint
  proposalCap: bigint
  dayCap: bigint
}

const safeAbi = parseAbi([
  'function getOwners() view returns (address[])',
  'function getThreshold() view returns (uint256)',
])

/** Reads everything as of about now. */
export async function readGovernance(
  client: ReadClient,
  parameters: riskReport.Parameters,
): Promise<Governance> {
  const { openGovernor, openTimelock, openToken, voteRelay } =
    parameters.contracts
  await checkCode(client, openTimelock)
  const { timestamp: now } = await getBlock(client)
  const governor = { address: openGovernor, abi: openGovernorAbi } as const
  const timelock = { address: openTimelock, abi: openTimelockAbi } as const
  const [
    minDelay,
    votingDelay,
    votingPeriod,
    threshold,
    votingSupply,
    guard,
    treasury,
    code,
  ] = await Promise.all([
    read(client, { ...timelock, functionName: 'getMinDelay' }),
    read(client, { ...governor, functionName: 'votingDelay' }),
    read(client, { ...governor, functionName: 'votingPeriod' }),
    read(client, { ...governor, functionName: 'proposalThreshold' }),
    read(client, {
      ...governor,
      functionName: 'votingSupply',
      args: [now - 1n],
    }),
    read(client, { ...governor, functionName: 'councilGuard' }),
    getBalance(client, { address: openTimelock }),
    getCode(client, { address: openGovernor }),
  ])
  return {
    now,
    isReleased: isReleasedCode(code, openGovernorBytecode),
    hidesPresentVotes: await hidesPresentVotes(client, openToken, now),
    minDelay,
    votingDelay,
    votingPeriod,
    threshold,
    votingSupply,
    governor: openGovernor,
    timelock: openTimelock,
    council: await readCouncil(client, guard),
    relay: await readRelay(client, voteRelay),
    timelockRoles: await rolesOf(client, parameters),
    treasury,
  }
}

/** The present has not ended: an hour ahead, because a node may call in a later block. */
async function hidesPresentVotes(
  client: ReadClient,
  token: Address,
  now: bigint,
): Promise<boolean> {
  try {
    await read(client, {
      address: token,
      abi: openTokenAbi,
      functionName: 'getPastVotes',
      args: [zeroAddress, now + 3_600n],
    })
    return false
  } catch (error) {
    if (!(error instanceof OpenmeshError)) throw error
    return error.errorName === 'ERC5805FutureLookup'
  }
}

async function readCouncil(
  client: ReadClient,
  address: Address,
): Promise<Council> {
  const guard = { address, abi: councilGuardAbi } as const
  const [council, expiry, timelock] = await Promise.all([
    read(client, { ...guard, functionName: 'council' }),
    read(client, { ...guard, functionName: 'expiry' }),
    read(client, { ...guard, functionName: 'timelock' }),
  ])
  return {
    address: council,
    expiry: BigInt(expiry),
    timelock,
    safe: await readSafe(client, council),
  }
}

async function readSafe(
  client: ReadClient,
  address: Address,
): Promise<Council['safe']> {
  const safe = { address, abi: safeAbi } as const
  if ((await getCode(client, { address })) === undefined) return undefined
  try {
    const [owners, threshold] = await Promise.all([
      read(client, { ...safe, functionName: 'getOwners' }),
      read(client, { ...safe, functionName: 'getThreshold' }),
    ])
    return { owners: owners.length, threshold: Number(threshold) }
  } catch (error) {
    if (error instanceof OpenmeshError) return undefined
    throw error
  }
}

async function readRelay(client: ReadClient, address: Address): Promise<Relay> {
  const relay = { address, abi: voteRelayAbi } as const
  const [pot, proposalCap, dayCap, code] = await Promise.all([
    read(client, { ...relay, functionName: 'pot' }),
    read(client, { ...relay, functionName: 'proposalCap' }),
    read(client, { ...relay, functionName: 'dayCap' }),
    getCode(client, { address }),
  ])
  const isReleased = isReleasedCode(code, voteRelayBytecode)
  return { isReleased, pot, proposalCap, dayCap }
}

async function rolesOf(
  client: ReadClient,
  parameters: riskReport.Parameters,
): Promise<Holding[]> {
  const { openTimelock } = parameters.contracts
  const { found } = await searchBlocks<Log>(
    client,
    parameters,
    (fromBlock, toBlock) =>
      getLogs(client, { address: openTimelock, fromBlock, toBlock }),
  )
  // Its constructor gives roles.
  if (found.length === 0) throw logsMissing(openTimelock)
  return holdingsOf('OpenTimelock', found)
}
