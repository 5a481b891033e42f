import { type Address, erc20Abi, type Log, type TransactionReceipt } from 'viem'
import { openTokenOf } from '../../contracts.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type {
  ActionParameters,
  Call,
  Contracts,
  WalletClient,
} from '../../types.ts'

/**
 * Lets a contract take OPEN, or another ERC-20 token, of the client's account.
 *
 * Actions that pull tokens approve what they need by themselves; this is for
 * who wants to approve apart or to revoke.
 *
 * @param client Wallet client.
 * @param parameters Who may take how much.
 * @returns The receipt and the approval.
 * @throws OpenmeshError `ERC20InvalidSpender`, `InvalidArguments`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * await approve(client, {
 *   contracts,
 *   spender: contracts.validatorStaking,
 *   amount: parseEther('100'),
 * })
 */
export async function approve(
  client: WalletClient,
  parameters: approve.Parameters,
): Promise<approve.ReturnType> {
  const call = approve.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = approve.extractEvent(receipt.logs, call.address)
  return {
    receipt,
    owner: args.owner,
    spender: args.spender,
    amount: args.value,
  }
}

export namespace approve {
  export interface Parameters extends ActionParameters<Contracts> {
    /** Who may take. */
    spender: Address
    /** How much, in the token's smallest unit; zero revokes. */
    amount: bigint
    /** Which token; OPEN when left out. */
    token?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    owner: Address
    spender: Address
    /** In the token's smallest unit. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { amount, contracts, spender } = parameters
    return defineCall({
      address: parameters.token ?? openTokenOf(contracts),
      abi: erc20Abi,
      functionName: 'approve',
      args: [spender, amount],
    })
  }

  /** The approval in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(erc20Abi, 'Approval', logs, address)
  }
}
