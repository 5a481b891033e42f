import type { Address } from 'viem'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import {
  type ActionErrorType,
  OpenmeshError,
} from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { nameOf } from '../../internal/name.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type ProposalClass, proposalClasses } from './proposal.ts'

/** In the order of the contract's numbers. */
const proposalStates = [
  'pending',
  'active',
  'canceled',
  'defeated',
  'succeeded',
  'queued',
  'expired',
  'executed',
] as const

/** Where a proposal is in its life. */
export type ProposalState = (typeof proposalStates)[number]

/**
 * Gets a proposal: its state, its votes and what it still needs.
 *
 * @param client Client to read with.
 * @param parameters Which proposal.
 * @returns The proposal.
 * @throws OpenmeshError `GovernorNonexistentProposal`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { state, votes, quorum } = await getProposal(client, {
 *   contracts,
 *   proposalId,
 * })
 */
export async function getProposal(
  client: ReadClient,
  { chainId, contracts, proposalId }: getProposal.Parameters,
): Promise<getProposal.ReturnType> {
  await checkChain(client, chainId)
  const about = {
    address: contracts.openGovernor,
    abi: openGovernorAbi,
    args: [proposalId],
  } as const
  // First alone, so that an unknown id is refused as such.
  const state = await read(client, { ...about, functionName: 'state' })
  const [proposer, snapshot, deadline, eta, votes, number, quorum] =
    await Promise.all([
      read(client, { ...about, functionName: 'proposalProposer' }),
      read(client, { ...about, functionName: 'proposalSnapshot' }),
      read(client, { ...about, functionName: 'proposalDeadline' }),
      read(client, { ...about, functionName: 'proposalEta' }),
      read(client, { ...about, functionName: 'proposalVotes' }),
      read(client, { ...about, functionName: 'proposalClass' }),
      knownYet(read(client, { ...about, functionName: 'proposalQuorum' })),
    ])
  const [against, inFavour, abstain] = votes
  return {
    state: nameOf(proposalStates, state),
    class: nameOf(proposalClasses, number),
    proposer,
    snapshot,
    deadline,
    eta: eta === 0n ? undefined : eta,
    votes: { against, for: inFavour, abstain },
    quorum,
  }
}

/** The quorum follows from the supply at the snapshot, which may lie ahead. */
async function knownYet(quorum: Promise<bigint>): Promise<bigint | undefined> {
  try {
    return await quorum
  } catch (error) {
    if (!(error instanceof OpenmeshError)) throw error
    if (error.errorName === 'ERC5805FutureLookup') return undefined
    throw error
  }
}

export namespace getProposal {
  export interface Parameters extends ActionParameters {
    proposalId: bigint
  }
  export interface ReturnType {
    state: ProposalState
    class: ProposalClass
    proposer: Address
    /** Timestamp at which votes are counted and voting begins. */
    snapshot: bigint
    /** Timestamp at which voting ends. */
    deadline: bigint
    /** Timestamp from which it can be executed; undefined until it is queued. */
    eta: bigint | undefined
    /** Wei of OPEN. */
    votes: { against: bigint; for: bigint; abstain: bigint }
    /** For and abstain votes it needs, in wei; undefined until the snapshot. */
    quorum: bigint | undefined
  }
  export type ErrorType = ActionErrorType
}
