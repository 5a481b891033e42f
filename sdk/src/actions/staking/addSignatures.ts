import type { Address, Log, TransactionReceipt } from 'viem'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { type PlacedSignature, packSignatures } from './attestation.ts'

/**
 * Adds signatures of a certified root that its submitter left out, so that their
 * validators count as present. Anybody may.
 *
 * @param client Wallet client.
 * @param parameters The round, and who signed its root.
 * @returns The receipt, and who was named.
 * @throws OpenmeshError `Accountability_NotCertified`,
 * `Accountability_AlreadyPresent`, `Accountability_NotMembersKey`,
 * `Accountability_NoSuchPlace`, `Accountability_TooLate`, `InvalidArguments`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * await addSignatures(client, {
 *   contracts,
 *   round,
 *   signatures: [{ place: 1, signature: late.signature }],
 * })
 */
export async function addSignatures(
  client: WalletClient,
  parameters: addSignatures.Parameters,
): Promise<addSignatures.ReturnType> {
  const call = addSignatures.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = addSignatures.extractEvent(receipt.logs, call.address)
  return { receipt, round: args.round, places: args.places }
}

export namespace addSignatures {
  export interface Parameters extends ActionParameters {
    /** Days since 1970. */
    round: bigint
    /** Over `roundTopic(round)` and the round's root. */
    signatures: readonly PlacedSignature[]
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    round: bigint
    /** One bit for each place named, also those that were there before. */
    places: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, round, signatures } = parameters
    const { packed, places } = packSignatures('addSignatures', signatures)
    return defineCall({
      address: contracts.accountability,
      abi: accountabilityAbi,
      functionName: 'addSignatures',
      args: [round, places, packed],
    })
  }

  /** What happened, in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(accountabilityAbi, 'SignaturesAdded', logs, address)
  }
}
