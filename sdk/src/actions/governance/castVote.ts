import type { Address, Log, TransactionReceipt } from 'viem'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { checkWeight, type Support, toSupport } from './ballot.ts'

/**
 * Votes on a proposal with the votes of the client's account at the snapshot.
 *
 * @param client Wallet client of the voter.
 * @param parameters Which proposal, how, and why.
 * @returns The receipt and the weight that was cast.
 * @throws OpenmeshError `GovernorUnexpectedProposalState` while it is not
 * active, `GovernorAlreadyCastVote` also for who had no votes,
 * `GovernorCountingFlexible_ExceedsRemainingWeight`,
 * `GovernorNonexistentProposal`, `AmountTooSmall` for a split without weight,
 * `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { weight } = await castVote(client, {
 *   contracts,
 *   proposalId,
 *   support: 'for',
 * })
 */
export async function castVote(
  client: WalletClient,
  parameters: castVote.Parameters,
): Promise<castVote.ReturnType> {
  const call = castVote.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = castVote.extractEvent(receipt.logs, call.address)
  const { proposalId, reason, voter, weight } = args
  return { receipt, proposalId, voter, weight, reason }
}

export namespace castVote {
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
    /** Wei of OPEN. */
    weight: bigint
    reason: string
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call(parameters: Parameters): Call {
    const { contracts, proposalId, reason = '', support } = parameters
    const governor = {
      address: contracts.openGovernor,
      abi: openGovernorAbi,
    } as const
    const [number, params] = toSupport(support)
    checkWeight(support)
    if (typeof support === 'string')
      return defineCall({
        ...governor,
        functionName: 'castVoteWithReason',
        args: [proposalId, number, reason],
      })
    return defineCall({
      ...governor,
      functionName: 'castVoteWithReasonAndParams',
      args: [proposalId, number, reason, params],
    })
  }

  /** The vote in a receipt's logs, whole or split. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(
      openGovernorAbi,
      ['VoteCast', 'VoteCastWithParams'],
      logs,
      address,
    )
  }
}
