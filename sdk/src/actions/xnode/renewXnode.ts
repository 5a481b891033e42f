import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeSaleAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import {
  type Asset,
  assetAddress,
  assetOf,
  etherOf,
} from '../../internal/asset.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { executePaid } from '../../internal/payment.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { quoteRenewal } from './quoteRenewal.ts'

/**
 * Pays one more term of a unit that is active or in grace, also somebody
 * else's. The term counts from the old expiry, also when that is past.
 *
 * In ETH, `maxPayment` is sent and the sale returns the surplus in the same
 * transaction; a wallet that refuses it gets credit. In a token, `maxPayment`
 * is approved if the allowance is below it, and exactly the price is taken.
 *
 * @param client Wallet client of who pays.
 * @param parameters Which unit, and the most its renewal may cost.
 * @returns The receipt, what was paid and when the term ends now.
 * @throws OpenmeshError `XnodeSale_AboveMaxPayment` with the price when
 * `maxPayment` is too low, `XnodeSale_AssetNotAccepted`,
 * `XnodeOne_NotRenewable`, `XnodeOne_RenewedTooFarAhead`,
 * `ERC721NonexistentToken`, `PriceOracle_StaleAnswer` and the oracle's other
 * refusals, `ERC20InsufficientBalance`, `InsufficientFunds`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const renewal = await renewXnode(client, {
 *   contracts,
 *   unit,
 *   maxPayment: (renewalPrice * 101n) / 100n,
 * })
 */
export async function renewXnode(
  client: WalletClient,
  parameters: renewXnode.Parameters,
): Promise<renewXnode.ReturnType> {
  const { asset = 'ETH', chainId, maxPayment } = parameters
  const call = renewXnode.call(parameters)
  const needed = () => quoteRenewal(client, parameters)
  const payment = { asset, amount: maxPayment, needed }
  const receipt = await executePaid(client, call, payment, chainId)
  const { args } = renewXnode.extractEvent(receipt.logs, call.address)
  return { receipt, ...args, asset: assetOf(args.asset) }
}

export namespace renewXnode {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** The most the renewal may cost, in the asset's smallest unit. */
    maxPayment: bigint
    /** What to pay in; ETH when left out. */
    asset?: Asset | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    unit: bigint
    payer: Address
    asset: Asset
    /** In the asset's smallest unit, surplus not counted. */
    payment: bigint
    /** USD with 18 decimals. */
    usdAmount: bigint
    /** Timestamp at which the term ends now, a UTC midnight. */
    expiry: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches; in a token it needs an allowance. */
  export function call(parameters: Parameters): Call {
    const { asset = 'ETH', contracts, maxPayment, unit } = parameters
    return defineCall({
      address: contracts.xnodeSale,
      abi: xnodeSaleAbi,
      functionName: 'renew',
      args: [unit, assetAddress(asset), maxPayment],
      value: etherOf(asset, maxPayment),
    })
  }

  /** The renewal in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeSaleAbi, 'RenewalPaid', logs, address)
  }
}
