import type { Address, Log, TransactionReceipt } from 'viem'
import { merkleClaimsAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Gives what nobody claimed of a campaign back to the row that funded it, once
 * the campaign is over. Anybody may.
 *
 * @param client Wallet client.
 * @param parameters Which campaign.
 * @returns The receipt, the row and how much.
 * @throws OpenmeshError `MerkleClaims_NotOver`, `MerkleClaims_NothingLeft`,
 * `MerkleClaims_UnknownCampaign`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { amount, row } = await clawBack(client, { contracts, campaign })
 */
export async function clawBack(
  client: WalletClient,
  parameters: clawBack.Parameters,
): Promise<clawBack.ReturnType> {
  const call = clawBack.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = clawBack.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace clawBack {
  export interface Parameters extends ActionParameters {
    /** Number of the campaign, from 1. */
    campaign: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    campaign: bigint
    /** Row of the allocation. */
    row: number
    /** Wei of OPEN. */
    amount: bigint
    caller: Address
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ campaign, contracts }: Parameters): Call {
    return defineCall({
      address: contracts.merkleClaims,
      abi: merkleClaimsAbi,
      functionName: 'clawBack',
      args: [campaign],
    })
  }

  /** What went back, in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(merkleClaimsAbi, 'ClawedBack', logs, address)
  }
}
