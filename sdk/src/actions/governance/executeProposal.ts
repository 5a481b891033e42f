import type { Address, Log, TransactionReceipt } from 'viem'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { type ProposalContent, toArguments } from './proposal.ts'

/**
 * Lets the timelock do what a queued proposal says. Anybody may.
 *
 * @param client Wallet client.
 * @param parameters The content that `propose` returned.
 * @returns The receipt and the proposal's id.
 * @throws OpenmeshError `GovernorUnexpectedProposalState` when it is not
 * queued or has expired, `TimelockUnexpectedOperationState` before its time,
 * `GovernorNonexistentProposal`, what the actions themselves refuse with,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * await executeProposal(client, { contracts, ...content })
 */
export async function executeProposal(
  client: WalletClient,
  parameters: executeProposal.Parameters,
): Promise<executeProposal.ReturnType> {
  const call = executeProposal.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = executeProposal.extractEvent(receipt.logs, call.address)
  return { receipt, proposalId: args.proposalId }
}

export namespace executeProposal {
  export interface Parameters extends ActionParameters, ProposalContent {}
  export interface ReturnType {
    receipt: TransactionReceipt
    proposalId: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call({ contracts, ...content }: Parameters): Call {
    return defineCall({
      address: contracts.openGovernor,
      abi: openGovernorAbi,
      functionName: 'execute',
      args: toArguments(content),
    })
  }

  /** The execution in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openGovernorAbi, 'ProposalExecuted', logs, address)
  }
}
