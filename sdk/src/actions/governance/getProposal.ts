import type { Address } from 'viem'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { getProposalDetails } from './getProposalDetails.ts'
import type { ProposalState, Weights } from './lens.ts'
import type { ProposalClass } from './proposal.ts'

/**
 * Gets a proposal: its state, its votes and what it still needs.
 * `getProposalDetails` gives more, for the same one call of the node.
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
  const about = { chainId, contracts, proposalId }
  const details = await getProposalDetails(client, about)
  const { proposer, schedule, state, tally } = details
  return {
    state,
    class: details.class,
    proposer: proposer.account,
    snapshot: schedule.snapshot,
    deadline: schedule.deadline,
    eta: schedule.eta,
    votes: tally.votes,
    quorum: tally.isQuorumFixed ? tally.quorum : undefined,
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
    votes: Weights
    /** For and abstain votes it needs, in wei; undefined until the snapshot. */
    quorum: bigint | undefined
  }
  export type ErrorType = ActionErrorType
}
