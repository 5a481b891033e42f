import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeRevenueAbi } from '../../../../typechain-types/index.ts'
import {
  type ActionErrorType,
  OpenmeshError,
} from '../../errors/OpenmeshError.ts'
import {
  type Asset,
  assetAddress,
  assetOf,
  etherOf,
} from '../../internal/asset.ts'
import { defineCall } from '../../internal/call.ts'
import { checkPositive } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import { prepare, simulate } from '../../internal/execute.ts'
import { executePaid } from '../../internal/payment.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { advanceRevenue, DAYS_PER_ADVANCE } from './advanceRevenue.ts'

/**
 * Pays for a series, shared equally by the units that are active then.
 *
 * The contract keeps its books by the day. Where no payment came for more than
 * a week it has to be brought up to date first: the action does so, in
 * transactions of their own. In a token, exactly the amount is approved if the
 * allowance is below it.
 *
 * @param client Wallet client of who pays.
 * @param parameters Which series, how much, and in what.
 * @returns The receipt, what was paid and how many units share it.
 * @throws OpenmeshError `XnodeRevenue_NoActiveUnits`,
 * `XnodeRevenue_UnknownAsset`, `XnodeRevenue_AmountOutOfRange`,
 * `XnodeRevenue_Behind` by more than `maxAdvanceDays`,
 * `ERC20InsufficientBalance`, `InsufficientFunds`, `AmountTooSmall`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { active, payment } = await paySeries(client, {
 *   contracts,
 *   series: 1,
 *   amount: parseEther('0.1'),
 * })
 */
export async function paySeries(
  client: WalletClient,
  parameters: paySeries.Parameters,
): Promise<paySeries.ReturnType> {
  const { amount, asset = 'ETH', chainId } = parameters
  const call = paySeries.call(parameters)
  await prepare(client, call, chainId)
  await catchUp(client, call, parameters)
  const receipt = await executePaid(client, call, { asset, amount }, chainId)
  const { args } = paySeries.extractEvent(receipt.logs, call.address)
  return { receipt, ...args, asset: assetOf(args.asset) }
}

export namespace paySeries {
  export interface Parameters extends ActionParameters {
    /** Number of the series, from 1. */
    series: number
    /** In the asset's smallest unit. */
    amount: bigint
    /** What to pay in; ETH when left out. */
    asset?: Asset | undefined
    /**
     * The most days of the books to bring up to date, 128 in a transaction;
     * 1,024 when left out.
     */
    maxAdvanceDays?: bigint | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    series: number
    asset: Asset
    payer: Address
    /** In the asset's smallest unit. */
    amount: bigint
    /** Units that share it. */
    active: bigint
    /** Its number among the payments to the series in the asset. */
    payment: bigint
    /** Sum of the payments per active unit up to this one, times 1e18. */
    index: bigint
  }
  export type ErrorType = ActionErrorType

  /**
   * The contract call, for batches; in a token it needs an allowance. Put
   * `advanceRevenue.call` before it where the books may be behind.
   */
  export function call(parameters: Parameters): Call {
    const { amount, asset = 'ETH', contracts, series } = parameters
    checkPositive('amount', amount)
    return defineCall({
      address: contracts.xnodeRevenue,
      abi: xnodeRevenueAbi,
      functionName: 'paySeries',
      args: [series, assetAddress(asset), amount],
      value: etherOf(asset, amount),
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRevenueAbi, 'SeriesPaid', logs, address)
  }
}

async function catchUp(
  client: WalletClient,
  call: Call,
  parameters: paySeries.Parameters,
): Promise<void> {
  const { contracts, maxAdvanceDays = 1_024n, series } = parameters
  let left = maxAdvanceDays
  for (;;) {
    const behind = await daysBehind(client, call)
    if (behind === undefined) return
    if (behind.days > left) throw behind.error
    const maxDays = left < DAYS_PER_ADVANCE ? left : DAYS_PER_ADVANCE
    await advanceRevenue(client, { contracts, series, maxDays })
    left -= maxDays
  }
}

/** How far the books are behind; anything else wrong shows when it is sent. */
async function daysBehind(client: WalletClient, call: Call) {
  try {
    await simulate(client, call)
    return undefined
  } catch (error) {
    if (!(error instanceof OpenmeshError)) throw error
    if (error.errorName !== 'XnodeRevenue_Behind') return undefined
    const [, lastDay, today] = error.args as [number, bigint, bigint]
    return { error, days: today - lastDay }
  }
}
