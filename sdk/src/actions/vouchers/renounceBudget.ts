import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeVouchersAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Gives up what is left of the client's voucher budget for a series: what to
 * do first when the signer's key may be stolen. Only a vote sets a new one.
 *
 * @param client Wallet client of the signer.
 * @param parameters Which series.
 * @returns The receipt and the units given up.
 * @throws OpenmeshError `NoContract`, `WrongChain`.
 *
 * @example
 * const renounced = await renounceBudget(client, {
 *   contracts,
 *   series: 1,
 * })
 */
export async function renounceBudget(
  client: WalletClient,
  parameters: renounceBudget.Parameters,
): Promise<renounceBudget.ReturnType> {
  const call = renounceBudget.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = renounceBudget.extractEvent(receipt.logs, call.address)
  return { receipt, ...args, units: BigInt(args.units) }
}

export namespace renounceBudget {
  export interface Parameters extends ActionParameters {
    /** Number of the series, from 1. */
    series: number
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    signer: Address
    series: number
    /** Units given up. */
    units: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, series }: Parameters): Call {
    return defineCall({
      address: contracts.xnodeVouchers,
      abi: xnodeVouchersAbi,
      functionName: 'renounceBudget',
      args: [series],
    })
  }

  /** What was given up, in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeVouchersAbi, 'BudgetRenounced', logs, address)
  }
}
