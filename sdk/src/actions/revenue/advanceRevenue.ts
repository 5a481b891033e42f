import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeRevenueAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { checkPositive } from '../../internal/check.ts'
import { allEvents } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/** Far below the gas of a transaction, also if units expire on each of them. */
export const DAYS_PER_ADVANCE = 128n

/**
 * Brings the books of a series up to date: units whose terms ended share no
 * longer. Anybody may; only payments to the series ever wait for it.
 *
 * @param client Wallet client.
 * @param parameters Which series, and how many days.
 * @returns The receipt and the last day that is booked; undefined where there
 * was nothing to do.
 * @throws OpenmeshError `AmountTooSmall`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { lastDay } = await advanceRevenue(client, { contracts, series: 1 })
 */
export async function advanceRevenue(
  client: WalletClient,
  parameters: advanceRevenue.Parameters,
): Promise<advanceRevenue.ReturnType> {
  const call = advanceRevenue.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const event = advanceRevenue.extractEvent(receipt.logs, call.address)
  return { receipt, lastDay: event?.args.newDay }
}

export namespace advanceRevenue {
  export interface Parameters extends ActionParameters {
    /** Number of the series, from 1. */
    series: number
    /** The most days to book; 128 when left out. */
    maxDays?: bigint | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    /** Days since 1970; undefined if no day was booked. */
    lastDay: bigint | undefined
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, maxDays = DAYS_PER_ADVANCE, series } = parameters
    checkPositive('maxDays', maxDays)
    return defineCall({
      address: contracts.xnodeRevenue,
      abi: xnodeRevenueAbi,
      functionName: 'advance',
      args: [series, maxDays],
    })
  }

  /** The days booked in a receipt's logs, if any were. */
  export function extractEvent(logs: Log[], address?: Address) {
    const [event] = allEvents(xnodeRevenueAbi, 'Advanced', logs, address)
    return event
  }
}
