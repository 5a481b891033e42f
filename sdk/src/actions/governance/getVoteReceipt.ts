import type { Address } from 'viem'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkReceiver } from '../../internal/check.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { getProposalDetails } from './getProposalDetails.ts'
import type { Weights, ZeroReason } from './lens.ts'

/**
 * Gets how an account voted on a proposal, and with how much it still can.
 *
 * @param client Client to read with.
 * @param parameters Which proposal and whose vote.
 * @returns The ballot, in wei of OPEN.
 * @throws OpenmeshError `GovernorNonexistentProposal`, `InvalidAddress`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { hasVoted, remaining } = await getVoteReceipt(client, {
 *   contracts,
 *   proposalId,
 *   account,
 * })
 */
export async function getVoteReceipt(
  client: ReadClient,
  parameters: getVoteReceipt.Parameters,
): Promise<getVoteReceipt.ReturnType> {
  const { account, chainId, contracts, proposalId } = parameters
  checkReceiver('account', account)
  const about = { account, chainId, contracts, proposalId }
  const { voter } = await getProposalDetails(client, about)
  const ballot = voter?.ballot ?? { against: 0n, for: 0n, abstain: 0n }
  const votes = voter?.votes ?? 0n
  const used = ballot.against + ballot.for + ballot.abstain
  return {
    account,
    hasVoted: used > 0n,
    ballot,
    votes,
    remaining: votes - used,
    whyZero: voter?.whyZero,
  }
}

export namespace getVoteReceipt {
  export interface Parameters extends ActionParameters {
    proposalId: bigint
    /** Whose vote. */
    account: Address
  }
  export interface ReturnType {
    account: Address
    hasVoted: boolean
    ballot: Weights
    /** Votes at the snapshot; until then what they would be now. */
    votes: bigint
    /** Votes not cast yet. */
    remaining: bigint
    /** Why `votes` is zero; undefined when it is not. */
    whyZero: ZeroReason | undefined
  }
  export type ErrorType = ActionErrorType
}
