import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { type PlacedSignature, packSignatures } from './attestation.ts'

/**
 * Certifies a round with signatures of more than two thirds of its snapshot's
 * weight. Anybody may; the first root with a quorum is final.
 *
 * @param client Wallet client.
 * @param parameters The round, its root, and who signed it.
 * @returns The receipt, who signed and what they weigh.
 * @throws OpenmeshError `Accountability_AlreadyCertified`,
 * `Accountability_NoQuorum`, `Accountability_NotMembersKey`,
 * `Accountability_NoSnapshot`, `Accountability_NoSuchPlace`,
 * `Accountability_FutureRound`, `Accountability_TooLate`,
 * `Accountability_ZeroRoot`, `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { signature } = await signAttestation(client, {
 *   contracts,
 *   signer: key,
 *   topic: roundTopic(round),
 *   root,
 * })
 * const { weight } = await submitRound(client, {
 *   contracts,
 *   round,
 *   root,
 *   signatures: [{ place: 0, signature }],
 * })
 */
export async function submitRound(
  client: WalletClient,
  parameters: submitRound.Parameters,
): Promise<submitRound.ReturnType> {
  const call = submitRound.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = submitRound.extractEvent(receipt.logs, call.address)
  const { places, root, round, weight } = args
  return { receipt, round, root, places, weight }
}

export namespace submitRound {
  export interface Parameters extends ActionParameters {
    /** Days since 1970. */
    round: bigint
    root: Hex
    /** Over `roundTopic(round)` and the root. */
    signatures: readonly PlacedSignature[]
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    round: bigint
    root: Hex
    /** One bit for each place that signed. */
    places: bigint
    /** Wei of OPEN. */
    weight: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, root, round, signatures } = parameters
    const { packed, places } = packSignatures('submitRound', signatures)
    return defineCall({
      address: contracts.accountability,
      abi: accountabilityAbi,
      functionName: 'submitRound',
      args: [round, root, places, packed],
    })
  }

  /** What happened, in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(accountabilityAbi, 'RoundCertified', logs, address)
  }
}
