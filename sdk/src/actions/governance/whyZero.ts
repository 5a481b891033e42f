import type { Address } from 'viem'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkReceiver } from '../../internal/check.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { getPower } from './getPower.ts'
import { getProposalDetails } from './getProposalDetails.ts'
import type { ZeroReason } from './lens.ts'

const remedies: Readonly<Record<ZeroReason, string>> = {
  holdsNothing:
    'Hold or stake OPEN and delegate it, or ask a holder to delegate to this account.',
  notDelegated: 'Delegate to the account itself: OPEN votes only then.',
  delegatedAway:
    'This OPEN is delegated to another account; delegate to the account itself to vote with it.',
  notSettled:
    'Call settleVotes of OPEN, as anybody may: what came over the bridge counts only then.',
  afterSnapshot:
    'None for this proposal: votes are those of the snapshot. The next one counts them.',
}

/**
 * Says why an account has no votes, and what it can do about it.
 *
 * @param client Client to read with.
 * @param parameters Whose votes, and on which proposal.
 * @returns Why, and the remedy; undefined when it has votes.
 * @throws OpenmeshError `GovernorNonexistentProposal`, `InvalidAddress`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const why = await whyZero(client, { contracts, account, proposalId })
 * if (why !== undefined) console.log(why.remedy)
 */
export async function whyZero(
  client: ReadClient,
  parameters: whyZero.Parameters,
): Promise<whyZero.ReturnType> {
  const { account, proposalId, ...rest } = parameters
  checkReceiver('account', account)
  const reason =
    proposalId === undefined
      ? (await getPower(client, { account, ...rest })).whyZero
      : (await getProposalDetails(client, { account, proposalId, ...rest }))
          .voter?.whyZero
  return reason === undefined ? undefined : { reason, remedy: remedies[reason] }
}

export namespace whyZero {
  export interface Parameters extends ActionParameters {
    /** Whose votes. */
    account: Address
    /** The proposal to vote on; votes at present when left out. */
    proposalId?: bigint | undefined
  }
  export type ReturnType = { reason: ZeroReason; remedy: string } | undefined
  export type ErrorType = ActionErrorType
}
