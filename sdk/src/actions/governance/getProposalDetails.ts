import { type Address, zeroAddress } from 'viem'
import { governanceLensAbi } from '../../../../typechain-types/index.ts'
import { expectedError } from '../../errors/decode.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type ProposalDetails, toDetails } from './lens.ts'

/**
 * Gets all that a proposal's page shows, in one call of the node: state, class,
 * times, votes and what is still needed, who could cancel, and an account's
 * part in it.
 *
 * @param client Client to read with.
 * @param parameters Which proposal, and for whom.
 * @returns The proposal.
 * @throws OpenmeshError `GovernorNonexistentProposal`, `InvalidAddress`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { schedule, tally, voter } = await getProposalDetails(client, {
 *   contracts,
 *   proposalId,
 *   account,
 * })
 */
export async function getProposalDetails(
  client: ReadClient,
  parameters: getProposalDetails.Parameters,
): Promise<getProposalDetails.ReturnType> {
  const { account = zeroAddress, chainId, contracts, proposalId } = parameters
  checkAddress('account', account)
  await checkChain(client, chainId)
  const answer = await read(client, {
    address: contracts.governanceLens,
    abi: governanceLensAbi,
    functionName: 'getProposal',
    args: [proposalId, account],
  })
  const details = toDetails(answer)
  if (details !== undefined) return details
  throw expectedError('GovernorNonexistentProposal', [proposalId])
}

export namespace getProposalDetails {
  export interface Parameters extends ActionParameters {
    proposalId: bigint
    /** Whose part to show; nobody's when left out. */
    account?: Address | undefined
  }
  export type ReturnType = ProposalDetails
  export type ErrorType = ActionErrorType
}
