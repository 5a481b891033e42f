import type { Address, Log, TransactionReceipt } from 'viem'
import { syntheticRedemptionAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { executeWithAllowance } from '../../internal/allowance.ts'
import { defineCall } from '../../internal/call.ts'
import { checkReceiver } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Gives sOPEN of the client's account up for ever, for as much OPEN.
 *
 * Approves exactly the amount first if the allowance is short.
 *
 * @param client Wallet client of the holder.
 * @param parameters How much, and for whom.
 * @returns The receipt and the payment.
 * @throws OpenmeshError `SyntheticRedemption_NotStarted`,
 * `SyntheticRedemption_Underfunded`, `SyntheticRedemption_ZeroAmount`,
 * `SyntheticRedemption_ToItself`, `ERC20InsufficientBalance`,
 * `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { amount } = await redeem(client, { contracts, amount: redeemable })
 */
export async function redeem(
  client: WalletClient,
  parameters: redeem.Parameters,
): Promise<redeem.ReturnType> {
  const { amount, chainId, contracts, to = accountOf(client) } = parameters
  const call = redeem.call({ ...parameters, to })
  const pull = { token: contracts.syntheticOpen, spender: call.address, amount }
  const receipt = await executeWithAllowance(client, call, pull, chainId)
  const { args } = redeem.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace redeem {
  export interface Parameters extends ActionParameters {
    /** Wei of sOPEN. */
    amount: bigint
    /** Who gets the OPEN; the client's account when left out. */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    /** Who gave the sOPEN. */
    account: Address
    to: Address
    /** Wei of sOPEN taken, and of OPEN paid. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches; it needs an allowance of sOPEN. */
  export function call(parameters: Parameters & { to: Address }): Call {
    const { amount, contracts, to } = parameters
    checkReceiver('to', to)
    return defineCall({
      address: contracts.syntheticRedemption,
      abi: syntheticRedemptionAbi,
      functionName: 'redeemTo',
      args: [amount, to],
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(syntheticRedemptionAbi, 'Redeemed', logs, address)
  }
}
