import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Marks a validator present in a round without a word on its root: for one whose
 * signature is left out, or who found something else than the others.
 *
 * @param client Wallet client; of the signing key when there is no signature.
 * @param parameters The round, the validator's place, and its signature.
 * @returns The receipt, the validator and its key.
 * @throws OpenmeshError `Accountability_AlreadyPresent`,
 * `Accountability_NotMembersKey`, `Accountability_NoSuchPlace`,
 * `Accountability_NoSnapshot`, `Accountability_FutureRound`,
 * `Accountability_TooLate`, `NoContract`, `WrongChain`.
 *
 * @example
 * const sign = await signAttestation(client, {
 *   contracts,
 *   signer: otherKey,
 *   topic: heartbeatTopic(round),
 *   root: zeroHash,
 * })
 * await heartbeat(client, {
 *   contracts,
 *   round,
 *   place: 1,
 *   signature: sign.signature,
 * })
 */
export async function heartbeat(
  client: WalletClient,
  parameters: heartbeat.Parameters,
): Promise<heartbeat.ReturnType> {
  const call = heartbeat.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = heartbeat.extractEvent(receipt.logs, call.address)
  const { id: validator, round, signer } = args
  return { receipt, round, validator, signer }
}

export namespace heartbeat {
  export interface Parameters extends ActionParameters {
    /** Days since 1970. */
    round: bigint
    /** In the snapshot of the round's epoch, counted from 0. */
    place: number
    /** Over `heartbeatTopic(round)` and the root zero; none from the key itself. */
    signature?: Hex | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    round: bigint
    validator: bigint
    signer: Address
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, place, round, signature = '0x' } = parameters
    return defineCall({
      address: contracts.accountability,
      abi: accountabilityAbi,
      functionName: 'heartbeat',
      args: [round, BigInt(place), signature],
    })
  }

  /** What happened, in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(accountabilityAbi, 'Heartbeat', logs, address)
  }
}
