import type { Address, Log, TransactionReceipt } from 'viem'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import { nameOf } from '../../internal/name.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import {
  markProposer,
  type ProposalClass,
  type ProposalContent,
  proposalClasses,
  toLists,
} from './proposal.ts'

/**
 * Proposes that the DAO do something. Voting begins at the snapshot. The
 * description is marked as the proposer's own, so that nobody can take the
 * proposal over; queue and execute take the marked one, `content`.
 *
 * @param client Wallet client of the proposer, who needs the threshold of votes.
 * @param parameters What to do, and why.
 * @returns The receipt, the content as it went on chain, the proposal's id, its
 * times and its class.
 * @throws OpenmeshError `GovernorInsufficientProposerVotes`,
 * `GovernorLifecycle_ProposerHasLiveProposal`,
 * `GovernorInvalidProposalLength` without actions,
 * `GovernorUnexpectedProposalState` when it was proposed before,
 * `GovernorRestrictedProposer`, `AccountMissing`, `InvalidArguments`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { content, proposalId, snapshot } = await propose(client, {
 *   contracts,
 *   actions: [{ to: recipient, value: parseEther('1') }],
 *   description: '# Pay for the audit',
 * })
 */
export async function propose(
  client: WalletClient,
  parameters: propose.Parameters,
): Promise<propose.ReturnType> {
  const content: ProposalContent = {
    actions: parameters.actions,
    description: markProposer(parameters.description, accountOf(client)),
  }
  const call = propose.call({ ...parameters, ...content })
  const receipt = await execute(client, call, parameters.chainId)
  return { receipt, content, ...madeBy(receipt, call.address) }
}

/** The proposal that a transaction made at a governor. */
export function madeBy({ logs }: TransactionReceipt, governor: Address) {
  const { args } = propose.extractEvent(logs, governor)
  const classified = firstEvent(
    openGovernorAbi,
    'ProposalClassified',
    logs,
    governor,
  )
  return {
    proposalId: args.proposalId,
    proposer: args.proposer,
    snapshot: args.voteStart,
    deadline: args.voteEnd,
    class: nameOf(proposalClasses, classified.args.class),
  }
}

export namespace propose {
  export interface Parameters extends ActionParameters, ProposalContent {}
  export interface ReturnType {
    receipt: TransactionReceipt
    /** As it went on chain: what `queueProposal` and `executeProposal` take. */
    content: ProposalContent
    proposalId: bigint
    proposer: Address
    /** Timestamp at which votes are counted and voting begins. */
    snapshot: bigint
    /** Timestamp at which voting ends; a late swing can move it. */
    deadline: bigint
    class: ProposalClass
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches; the description goes as it is. */
  export function call(parameters: Parameters): Call {
    const { actions, contracts, description } = parameters
    return defineCall({
      address: contracts.openGovernor,
      abi: openGovernorAbi,
      functionName: 'propose',
      args: [...toLists(actions), description],
    })
  }

  /** The proposal in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openGovernorAbi, 'ProposalCreated', logs, address)
  }
}
