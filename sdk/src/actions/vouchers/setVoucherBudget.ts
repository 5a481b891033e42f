import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeVouchersAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { checkReceiver } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Sets what a signer can give away of a series by vouchers, in the place of
 * what was left. Only the timelock can: `setVoucherBudget.call` is a step of
 * `propose`.
 *
 * @param client Wallet client of the timelock, as on a fork.
 * @param parameters Whose budget, for which series, how much and until when.
 * @returns The receipt and the budget.
 * @throws OpenmeshError `SaleBrake_NotTimelock`, `XnodeVouchers_TermTooLong`,
 * `XnodeOne_UnknownSeries`, `InvalidArguments`, `InvalidAddress`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const step = setVoucherBudget.call({
 *   contracts,
 *   signer: key.address,
 *   series: 1,
 *   units: 25n,
 *   until: deadline,
 * })
 */
export async function setVoucherBudget(
  client: WalletClient,
  parameters: setVoucherBudget.Parameters,
): Promise<setVoucherBudget.ReturnType> {
  const call = setVoucherBudget.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = setVoucherBudget.extractEvent(receipt.logs, call.address)
  return {
    receipt,
    signer: args.signer,
    series: args.series,
    units: BigInt(args.newUnits),
    until: BigInt(args.newUntil),
  }
}

export namespace setVoucherBudget {
  export interface Parameters extends ActionParameters {
    /** Whose budget. */
    signer: Address
    /** Number of the series, from 1. */
    series: number
    /** Units that vouchers can give away; 0 for none. */
    units: bigint
    /** Timestamp at which the budget ends, at most a year ahead. */
    until: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    signer: Address
    series: number
    /** Units that can be given away. */
    units: bigint
    /** Timestamp at which the budget ends. */
    until: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, series, signer, units, until } = parameters
    checkReceiver('signer', signer)
    return defineCall({
      address: contracts.xnodeVouchers,
      abi: xnodeVouchersAbi,
      functionName: 'setBudget',
      args: [signer, series, Number(units), Number(until)],
    })
  }

  /** The budget in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeVouchersAbi, 'BudgetSet', logs, address)
  }
}
