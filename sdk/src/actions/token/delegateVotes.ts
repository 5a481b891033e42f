import type { Address, Log, TransactionReceipt } from 'viem'
import { openTokenAbi } from '../../../../typechain-types/index.ts'
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
 * Delegates the votes of all OPEN of the client's account, staked OPEN
 * included. Without a delegatee OPEN does not vote.
 *
 * @param client Wallet client.
 * @param parameters To whom.
 * @returns The receipt, and the delegatee before and after.
 * @throws OpenmeshError `LazyVotes_RegisteredCannotDelegate`,
 * `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { toDelegate } = await delegateVotes(client, {
 *   contracts,
 *   delegatee: client.account.address,
 * })
 */
export async function delegateVotes(
  client: WalletClient,
  parameters: delegateVotes.Parameters,
): Promise<delegateVotes.ReturnType> {
  const call = delegateVotes.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = delegateVotes.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace delegateVotes {
  export interface Parameters extends ActionParameters<Contracts> {
    /** Who votes; zero for nobody. */
    delegatee: Address
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    delegator: Address
    fromDelegate: Address
    toDelegate: Address
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, delegatee }: Parameters): Call {
    return defineCall({
      address: openTokenOf(contracts),
      abi: openTokenAbi,
      functionName: 'delegate',
      args: [delegatee],
    })
  }

  /** The change of delegatee in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openTokenAbi, 'DelegateChanged', logs, address)
  }
}
