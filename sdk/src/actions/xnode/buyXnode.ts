import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeSaleAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { type Asset, assetAddress, assetOf } from '../../internal/asset.ts'
import { defineCall } from '../../internal/call.ts'
import { checkPositive } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import { executePaid } from '../../internal/payment.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { quoteXnode } from './quoteXnode.ts'

/**
 * Buys units of a series at the price of the moment.
 *
 * In ETH, `maxPayment` is sent and the sale returns the surplus in the same
 * transaction; a wallet that refuses it gets credit. In a token, `maxPayment`
 * is approved if the allowance is below it, and exactly the price is taken.
 *
 * @param client Wallet client of who pays.
 * @param parameters What to buy, for whom, and the most it may cost.
 * @returns The receipt and the sale: first unit, quantity and payment.
 * @throws OpenmeshError `XnodeSale_AboveMaxPayment` with the price when
 * `maxPayment` is too low, `XnodeSale_AssetNotAccepted`,
 * `XnodeSale_WindowClosed`, `XnodeSale_WalletLimit`, `XnodeOne_SoldOut`,
 * `XnodeOne_QuantityAboveMax`, `XnodeOne_UnknownSeries`, `SaleBrake_Paused`,
 * `PriceOracle_StaleAnswer` and the oracle's other refusals,
 * `ERC721InvalidReceiver`, `ERC20InsufficientBalance`, `InsufficientFunds`,
 * `AmountTooSmall`, `NoContract`, `WrongChain`.
 *
 * @example
 * const price = await quoteXnode(client, { contracts, series: 1 })
 * const { firstUnit, payment } = await buyXnode(client, {
 *   contracts,
 *   series: 1,
 *   maxPayment: (price * 101n) / 100n,
 * })
 */
export async function buyXnode(
  client: WalletClient,
  parameters: buyXnode.Parameters,
): Promise<buyXnode.ReturnType> {
  const { asset = 'ETH', chainId, maxPayment } = parameters
  const { to = accountOf(client) } = parameters
  const call = buyXnode.call({ ...parameters, to })
  const needed = () => quoteXnode(client, parameters)
  const payment = { asset, amount: maxPayment, needed }
  const receipt = await executePaid(client, call, payment, chainId)
  const { args } = buyXnode.extractEvent(receipt.logs, call.address)
  return { receipt, ...args, asset: assetOf(args.asset) }
}

export namespace buyXnode {
  export interface Parameters extends ActionParameters {
    /** Number of the series, from 1. */
    series: number
    /** The most the units may cost together, in the asset's smallest unit. */
    maxPayment: bigint
    /** How many units; one when left out. */
    quantity?: bigint | undefined
    /** What to pay in; ETH when left out. */
    asset?: Asset | undefined
    /**
     * Who receives the units; the client's account when left out. A contract
     * has to be an ERC-721 receiver.
     */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    series: number
    buyer: Address
    to: Address
    /** The first unit; the others follow by number. */
    firstUnit: bigint
    quantity: bigint
    asset: Asset
    /** In the asset's smallest unit, surplus not counted. */
    payment: bigint
    /** USD with 18 decimals. */
    usdAmount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters & { to: Address }): Call {
    const { asset = 'ETH', contracts, maxPayment, quantity = 1n } = parameters
    const { series, to } = parameters
    checkPositive('quantity', quantity)
    const sale = { address: contracts.xnodeSale, abi: xnodeSaleAbi } as const
    return assetOf(asset) === 'ETH'
      ? defineCall({
          ...sale,
          functionName: 'buy',
          args: [series, quantity, to, maxPayment],
          value: maxPayment,
        })
      : defineCall({
          ...sale,
          functionName: 'buyWithToken',
          args: [series, quantity, to, assetAddress(asset), maxPayment],
        })
  }

  /** The sale in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeSaleAbi, 'UnitsSold', logs, address)
  }
}
