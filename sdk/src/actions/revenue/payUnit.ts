import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeRevenueAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import {
  type Asset,
  assetAddress,
  assetOf,
  etherOf,
} from '../../internal/asset.ts'
import { defineCall } from '../../internal/call.ts'
import { checkPositive } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import { executePaid } from '../../internal/payment.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Pays for one active unit, to the credit of who owns it at that moment.
 *
 * In a token, exactly the amount is approved if the allowance is below it.
 *
 * @param client Wallet client of who pays.
 * @param parameters Which unit, how much, and in what.
 * @returns The receipt, the owner and what was paid.
 * @throws OpenmeshError `XnodeRevenue_NotActive`,
 * `XnodeRevenue_UnknownAsset`, `XnodeRevenue_AmountOutOfRange`,
 * `ERC20InsufficientBalance`, `InsufficientFunds`, `AmountTooSmall`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { owner } = await payUnit(client, { contracts, unit, amount: 1_000n })
 */
export async function payUnit(
  client: WalletClient,
  parameters: payUnit.Parameters,
): Promise<payUnit.ReturnType> {
  const { amount, asset = 'ETH', chainId } = parameters
  const call = payUnit.call(parameters)
  const receipt = await executePaid(client, call, { asset, amount }, chainId)
  const { args } = payUnit.extractEvent(receipt.logs, call.address)
  return { receipt, ...args, asset: assetOf(args.asset) }
}

export namespace payUnit {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** In the asset's smallest unit. */
    amount: bigint
    /** What to pay in; ETH when left out. */
    asset?: Asset | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    unit: bigint
    asset: Asset
    payer: Address
    /** Who was credited. */
    owner: Address
    /** In the asset's smallest unit. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches; in a token it needs an allowance. */
  export function call(parameters: Parameters): Call {
    const { amount, asset = 'ETH', contracts, unit } = parameters
    checkPositive('amount', amount)
    return defineCall({
      address: contracts.xnodeRevenue,
      abi: xnodeRevenueAbi,
      functionName: 'payUnit',
      args: [unit, assetAddress(asset), amount],
      value: etherOf(asset, amount),
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRevenueAbi, 'UnitPaid', logs, address)
  }
}
