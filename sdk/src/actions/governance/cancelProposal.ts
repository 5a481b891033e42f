import type { Address, Log, TransactionReceipt } from 'viem'
import {
  councilGuardAbi,
  openGovernorAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { unknownCanceller } from '../../errors/sdkErrors.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { type ProposalContent, toArguments } from './proposal.ts'

/**
 * Cancels a proposal: as its proposer, as anybody once the proposer has lost
 * the threshold for an hour, or as the council.
 *
 * @param client Wallet client.
 * @param parameters The content that `propose` returned, and as who.
 * @returns The receipt and the proposal's id.
 * @throws OpenmeshError `GovernorUnableToCancel`,
 * `GovernorNonexistentProposal` when the content differs from what was
 * proposed; as the council also `CouncilGuard_NotCouncil`,
 * `CouncilGuard_Expired`, `CouncilGuard_OwnBusiness`,
 * `CouncilGuard_CancelledBefore`, `CouncilGuard_Overruled`;
 * `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * await cancelProposal(client, { contracts, ...made.content })
 */
export async function cancelProposal(
  client: WalletClient,
  parameters: cancelProposal.Parameters,
): Promise<cancelProposal.ReturnType> {
  const { chainId, contracts } = parameters
  const call = cancelProposal.call(parameters)
  const receipt = await execute(client, call, chainId)
  const { logs } = receipt
  const { args } = cancelProposal.extractEvent(logs, contracts.openGovernor)
  return { receipt, proposalId: args.proposalId }
}

export namespace cancelProposal {
  export interface Parameters extends ActionParameters, ProposalContent {
    /** As who; as proposer or anybody when left out. */
    as?: 'anybody' | 'council' | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    proposalId: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call(parameters: Parameters): Call {
    const { as = 'anybody', contracts } = parameters
    if (as !== 'anybody' && as !== 'council') throw unknownCanceller(as)
    const args = toArguments(parameters)
    const functionName = 'cancel'
    return as === 'council'
      ? defineCall({
          address: contracts.councilGuard,
          abi: councilGuardAbi,
          functionName,
          args,
        })
      : defineCall({
          address: contracts.openGovernor,
          abi: openGovernorAbi,
          functionName,
          args,
        })
  }

  /** The governor's word in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openGovernorAbi, 'ProposalCanceled', logs, address)
  }
}
