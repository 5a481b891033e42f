import type { Address, Log, TransactionReceipt } from 'viem'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Stores who is in the set of validators and what each weighs, for the rounds of
 * this epoch from this one on. Anybody may, once an epoch: best in its first
 * minutes, because a round before it is nobody's.
 *
 * @param client Wallet client.
 * @param parameters Where the contracts lie.
 * @returns The receipt and what was stored.
 * @throws OpenmeshError `Accountability_AlreadySnapshotted`,
 * `Accountability_EmptySet`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { epoch, members } = await snapshotSet(client, { contracts })
 */
export async function snapshotSet(
  client: WalletClient,
  parameters: snapshotSet.Parameters,
): Promise<snapshotSet.ReturnType> {
  const call = snapshotSet.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = snapshotSet.extractEvent(receipt.logs, call.address)
  const { epoch, fromRound, members, totalWeight } = args
  return { receipt, epoch, fromRound, members: Number(members), totalWeight }
}

export namespace snapshotSet {
  export type Parameters = ActionParameters
  export interface ReturnType {
    receipt: TransactionReceipt
    /** Weeks since 1970. */
    epoch: bigint
    /** First round it is in charge of. */
    fromRound: bigint
    /** Number of members. */
    members: number
    /** Their stake in wei of OPEN. */
    totalWeight: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    return defineCall({
      address: parameters.contracts.accountability,
      abi: accountabilityAbi,
      functionName: 'snapshotSet',
      args: [],
    })
  }

  /** What happened, in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(accountabilityAbi, 'SetSnapshotted', logs, address)
  }
}
