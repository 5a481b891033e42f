import type { Address, Log, TransactionReceipt } from 'viem'
import { openVestingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { checkReceiver } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Pays all that is due of a vesting wallet: by its beneficiary to anybody, by
 * anybody to the destination that the beneficiary set.
 *
 * @param client Wallet client; of the beneficiary, if `to` is given.
 * @param parameters Which wallet, and to whom.
 * @returns The receipt and the payment.
 * @throws OpenmeshError `OpenVesting_NothingToRelease`,
 * `OpenVesting_NotBeneficiary`, `OpenVesting_ToItself`, `InvalidAddress`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { amount } = await releaseVesting(client, {
 *   contracts,
 *   wallet,
 *   to: receiver,
 * })
 */
export async function releaseVesting(
  client: WalletClient,
  parameters: releaseVesting.Parameters,
): Promise<releaseVesting.ReturnType> {
  const call = releaseVesting.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = releaseVesting.extractEvent(receipt.logs, call.address)
  return { receipt, wallet: call.address, ...args }
}

export namespace releaseVesting {
  export interface Parameters extends ActionParameters {
    /** The vesting wallet. */
    wallet: Address
    /** Who is paid; the wallet's destination when left out. */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    wallet: Address
    to: Address
    /** Wei of OPEN. */
    amount: bigint
    /** Wei of OPEN of the grant that are paid out by now. */
    released: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call({ to, wallet }: Parameters): Call {
    if (to !== undefined) checkReceiver('to', to)
    return defineCall({
      address: wallet,
      abi: openVestingAbi,
      functionName: 'release',
      args: to === undefined ? [] : [to],
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openVestingAbi, 'Released', logs, address)
  }
}
