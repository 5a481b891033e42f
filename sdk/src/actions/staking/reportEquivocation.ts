import type { Address, Log, TransactionReceipt } from 'viem'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import type { Statement, Topic } from './attestation.ts'

/**
 * Reports a validator whose key signed two roots about one topic: it is slashed
 * and never returns. Anybody may, and gets a part of what is taken.
 *
 * @param client Wallet client.
 * @param parameters The topic, both statements, and who gets the reporter's part.
 * @returns The receipt, the validator and what it lost.
 * @throws OpenmeshError `Accountability_SameStatement`,
 * `Accountability_InvalidSignature`, `Accountability_DifferentSigners`,
 * `Accountability_FutureRound`, `Accountability_NotLiable`,
 * `Accountability_AlreadyReported`, `ValidatorStaking_EvidenceOutOfTime`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { validator, taken } = await reportEquivocation(client, {
 *   contracts,
 *   topic,
 *   first,
 *   second,
 * })
 */
export async function reportEquivocation(
  client: WalletClient,
  parameters: reportEquivocation.Parameters,
): Promise<reportEquivocation.ReturnType> {
  const { chainId, reporter = accountOf(client) } = parameters
  const call = reportEquivocation.call({ ...parameters, reporter })
  const receipt = await execute(client, call, chainId)
  const { args } = reportEquivocation.extractEvent(receipt.logs, call.address)
  const { id: validator, signer, taken } = args
  return { receipt, validator, signer, reporter: args.reporter, taken }
}

export namespace reportEquivocation {
  export interface Parameters extends ActionParameters {
    /** What both statements are about. */
    topic: Topic
    first: Statement
    second: Statement
    /** Without effect, for the contract recovers it: so that what `findEquivocations` finds can be passed whole. */
    signer?: Address | undefined
    /** Gets the reporter's part; the client's account when left out. */
    reporter?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    validator: bigint
    /** The key that said both. */
    signer: Address
    reporter: Address
    /** Wei of OPEN that the validator and its delegators lost. */
    taken: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters & { reporter: Address }): Call {
    const { contracts, first, reporter, second, topic } = parameters
    return defineCall({
      address: contracts.accountability,
      abi: accountabilityAbi,
      functionName: 'reportEquivocation',
      args: [topic, first, second, reporter],
    })
  }

  /** The verdict in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(accountabilityAbi, 'EquivocationReported', logs, address)
  }
}
