import type { Address, Log, TransactionReceipt } from 'viem'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { type ProposalContent, toArguments } from './proposal.ts'

/**
 * Puts a proposal that succeeded into the timelock. Anybody may.
 *
 * @param client Wallet client.
 * @param parameters The content that `propose` returned.
 * @returns The receipt, and when it can be executed.
 * @throws OpenmeshError `GovernorUnexpectedProposalState`,
 * `GovernorNonexistentProposal` when the content differs from what was
 * proposed, `NoContract`, `WrongChain`.
 *
 * @example
 * const { eta } = await queueProposal(client, { contracts, ...content })
 */
export async function queueProposal(
  client: WalletClient,
  parameters: queueProposal.Parameters,
): Promise<queueProposal.ReturnType> {
  const call = queueProposal.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = queueProposal.extractEvent(receipt.logs, call.address)
  return { receipt, proposalId: args.proposalId, eta: args.etaSeconds }
}

export namespace queueProposal {
  export interface Parameters extends ActionParameters, ProposalContent {}
  export interface ReturnType {
    receipt: TransactionReceipt
    proposalId: bigint
    /** Timestamp from which it can be executed. */
    eta: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call({ contracts, ...content }: Parameters): Call {
    return defineCall({
      address: contracts.openGovernor,
      abi: openGovernorAbi,
      functionName: 'queue',
      args: toArguments(content),
    })
  }

  /** The queueing in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openGovernorAbi, 'ProposalQueued', logs, address)
  }
}
