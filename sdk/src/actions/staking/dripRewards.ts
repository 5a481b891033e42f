import type { Address, Log, TransactionReceipt } from 'viem'
import { rewardStreamAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Sends the next month of rewards to the stakers. Anybody may.
 *
 * @param client Wallet client.
 * @param parameters Where the contracts lie.
 * @returns The receipt, the month and what it sends.
 * @throws OpenmeshError `RewardStream_TooEarly`, `RewardStream_Finished`,
 * `RewardStream_Underfunded`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { month, amount } = await dripRewards(client, { contracts })
 */
export async function dripRewards(
  client: WalletClient,
  parameters: dripRewards.Parameters,
): Promise<dripRewards.ReturnType> {
  const call = dripRewards.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = dripRewards.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace dripRewards {
  export type Parameters = ActionParameters
  export interface ReturnType {
    receipt: TransactionReceipt
    /** Counted from 0. */
    month: bigint
    /** Wei of OPEN. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts }: Parameters): Call {
    return defineCall({
      address: contracts.rewardStream,
      abi: rewardStreamAbi,
      functionName: 'drip',
    })
  }

  /** The month in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(rewardStreamAbi, 'Dripped', logs, address)
  }
}
