import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeSaleAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { defineCall } from '../../internal/call.ts'
import { checkReceiver } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Withdraws the ETH that the sale could not return to the client's account
 * when it paid.
 *
 * @param client Wallet client of who paid.
 * @param parameters To whom.
 * @returns The receipt and the wei withdrawn.
 * @throws OpenmeshError `XnodeSale_NoCredit`, `XnodeSale_EtherRefused`,
 * `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * if (credit > 0n) await withdrawCredit(client, { contracts })
 */
export async function withdrawCredit(
  client: WalletClient,
  parameters: withdrawCredit.Parameters,
): Promise<withdrawCredit.ReturnType> {
  const { chainId, to = accountOf(client) } = parameters
  const call = withdrawCredit.call({ ...parameters, to })
  const receipt = await execute(client, call, chainId)
  const { args } = withdrawCredit.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace withdrawCredit {
  export interface Parameters extends ActionParameters {
    /** Who gets the ETH; the client's account when left out. */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    /** Whose credit it was. */
    account: Address
    to: Address
    /** Wei. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, to }: Parameters & { to: Address }): Call {
    checkReceiver('to', to)
    return defineCall({
      address: contracts.xnodeSale,
      abi: xnodeSaleAbi,
      functionName: 'withdrawCredit',
      args: [to],
    })
  }

  /** The withdrawal in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeSaleAbi, 'CreditWithdrawn', logs, address)
  }
}
