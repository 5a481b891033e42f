import type { Log, TransactionReceipt } from 'viem'
import { xnodeVouchersAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { checkPositive } from '../../internal/check.ts'
import { allEvents } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import type { redeemVoucher } from './redeemVoucher.ts'
import type { SignedVoucher } from './voucher.ts'

/**
 * Redeems up to 20 vouchers at once, each for its own recipient: all or none,
 * but for those whose codes were used before, which are passed over.
 *
 * @param client Wallet client of anybody.
 * @param parameters The signed vouchers.
 * @returns The receipt, the redemptions, and the vouchers that were passed
 * over.
 * @throws OpenmeshError `XnodeVouchers_TooMany`, `AmountTooSmall` without
 * vouchers, and what `redeemVoucher` throws.
 *
 * @example
 * const { redemptions, passedOver } = await redeemVouchers(client, {
 *   contracts,
 *   signed: [signed],
 * })
 */
export async function redeemVouchers(
  client: WalletClient,
  parameters: redeemVouchers.Parameters,
): Promise<redeemVouchers.ReturnType> {
  const call = redeemVouchers.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const events = redeemVouchers.extractEvents(receipt.logs, parameters)
  return { receipt, ...events }
}

export namespace redeemVouchers {
  export interface Parameters extends ActionParameters {
    /** What `signVoucher` returned. */
    signed: readonly SignedVoucher[]
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    redemptions: redeemVoucher.Redemption[]
    passedOver: SignedVoucher[]
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, signed }: Parameters): Call {
    checkPositive('The number of vouchers', BigInt(signed.length))
    return defineCall({
      address: contracts.xnodeVouchers,
      abi: xnodeVouchersAbi,
      functionName: 'redeemMany',
      args: [signed],
    })
  }

  /** The redemptions in a receipt's logs, and the vouchers that are not among them. */
  export function extractEvents(
    logs: Log[],
    { contracts, signed }: Parameters,
  ): Pick<ReturnType, 'passedOver' | 'redemptions'> {
    const redemptions = allEvents(
      xnodeVouchersAbi,
      'VoucherRedeemed',
      logs,
      contracts.xnodeVouchers,
    ).map(({ args }) => args)
    // A code that comes twice is redeemed the first time.
    const codes = new Set<string>(redemptions.map(({ codeHash }) => codeHash))
    const passedOver = signed.filter(
      ({ voucher }) => !codes.delete(voucher.codeHash.toLowerCase()),
    )
    return { redemptions, passedOver }
  }
}
