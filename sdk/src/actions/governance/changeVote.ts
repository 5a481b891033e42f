import type { Address, Log, TransactionReceipt } from 'viem'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { type Support, toSupport } from './ballot.ts'
import { toWeights, type Weights } from './lens.ts'

/**
 * Replaces the whole vote of the client's account while voting lasts. Votes and
 * changes it signed before can no longer be sent.
 *
 * @param client Wallet client of the voter.
 * @param parameters Which proposal, how from now on, and why. A split of
 * nothing withdraws the vote.
 * @returns The receipt and the new ballot.
 * @throws OpenmeshError `GovernorCountingFlexible_NoBallot` before a first
 * vote, `GovernorUnexpectedProposalState` while it is not active,
 * `GovernorCountingFlexible_ExceedsRemainingWeight`,
 * `GovernorNonexistentProposal`, `InvalidArguments`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { ballot } = await changeVote(client, {
 *   contracts,
 *   proposalId,
 *   support: 'for',
 *   reason: 'The budget is smaller now.',
 * })
 */
export async function changeVote(
  client: WalletClient,
  parameters: changeVote.Parameters,
): Promise<changeVote.ReturnType> {
  const call = changeVote.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = changeVote.extractEvent(receipt.logs, call.address)
  const { proposalId, reason, voter } = args
  return { receipt, proposalId, voter, ballot: toWeights(args), reason }
}

export namespace changeVote {
  export interface Parameters extends ActionParameters {
    proposalId: bigint
    support: Support
    /** Text that goes on chain; none when left out. */
    reason?: string | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    proposalId: bigint
    voter: Address
    /** Wei of OPEN from now on. */
    ballot: Weights
    reason: string
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call(parameters: Parameters): Call {
    const { contracts, proposalId, reason = '', support } = parameters
    const [number, params] = toSupport(support)
    return defineCall({
      address: contracts.openGovernor,
      abi: openGovernorAbi,
      functionName: 'changeVote',
      args: [proposalId, number, reason, params],
    })
  }

  /** The change in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openGovernorAbi, 'VoteChanged', logs, address)
  }
}
