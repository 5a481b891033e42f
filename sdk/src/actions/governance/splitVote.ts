import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { castVote } from './castVote.ts'
import type { Weights } from './lens.ts'

/**
 * Votes with parts of the client's account's votes: for holders who vote for
 * many. What is left can be cast later.
 *
 * @param client Wallet client of the voter.
 * @param parameters Which proposal, how much each way, and why.
 * @returns The receipt and the weight that was cast.
 * @throws OpenmeshError what `castVote` throws.
 *
 * @example
 * await splitVote(other, {
 *   contracts,
 *   proposalId,
 *   for: parseEther('3'),
 *   abstain: parseEther('2'),
 * })
 */
export async function splitVote(
  client: WalletClient,
  parameters: splitVote.Parameters,
): Promise<splitVote.ReturnType> {
  return castVote(client, toVote(parameters))
}

export namespace splitVote {
  export interface Parameters extends ActionParameters, Partial<Weights> {
    proposalId: bigint
    /** Text that goes on chain; none when left out. */
    reason?: string | undefined
  }
  export type ReturnType = castVote.ReturnType
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call(parameters: Parameters): Call {
    return castVote.call(toVote(parameters))
  }

  /** The vote in a receipt's logs. */
  export const extractEvent = castVote.extractEvent
}

function toVote(parameters: splitVote.Parameters): castVote.Parameters {
  const { abstain = 0n, against = 0n, for: inFavour = 0n } = parameters
  const { chainId, contracts, proposalId, reason } = parameters
  const support = { against, for: inFavour, abstain }
  return { chainId, contracts, proposalId, reason, support }
}
