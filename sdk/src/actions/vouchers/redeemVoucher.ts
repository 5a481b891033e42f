import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { xnodeVouchersAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import type { SignedVoucher } from './voucher.ts'

/**
 * Redeems a voucher: its recipient receives the units. The client's account
 * pays the gas only.
 *
 * @param client Wallet client of anybody.
 * @param parameters The signed voucher.
 * @returns The receipt and the redemption: first unit and quantity.
 * @throws OpenmeshError `XnodeVouchers_CodeUsed`,
 * `XnodeVouchers_CodeRevoked`, `XnodeVouchers_BudgetExceeded`,
 * `XnodeVouchers_BudgetEnded`, `XnodeVouchers_Expired`,
 * `XnodeVouchers_InvalidSignature`, `XnodeOne_SoldOut`,
 * `XnodeOne_QuantityAboveMax`, `SaleBrake_Paused`, `ERC721InvalidReceiver`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const gift = await redeemVoucher(client, { contracts, signed })
 */
export async function redeemVoucher(
  client: WalletClient,
  parameters: redeemVoucher.Parameters,
): Promise<redeemVoucher.ReturnType> {
  const call = redeemVoucher.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = redeemVoucher.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace redeemVoucher {
  export interface Parameters extends ActionParameters {
    /** What `signVoucher` returned. */
    signed: SignedVoucher
  }
  /** A voucher that was redeemed. */
  export interface Redemption {
    signer: Address
    codeHash: Hex
    recipient: Address
    series: number
    /** The first unit; the others follow by number. */
    firstUnit: bigint
    quantity: bigint
  }
  export interface ReturnType extends Redemption {
    receipt: TransactionReceipt
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, signed }: Parameters): Call {
    return defineCall({
      address: contracts.xnodeVouchers,
      abi: xnodeVouchersAbi,
      functionName: 'redeem',
      args: [signed],
    })
  }

  /** The redemption in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeVouchersAbi, 'VoucherRedeemed', logs, address)
  }
}
