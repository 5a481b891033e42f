import type { Address, Log, TransactionReceipt } from 'viem'
import {
  openTokenAbi,
  openVestingAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Delegates the votes of all that a vesting wallet holds, vested or not.
 *
 * @param client Wallet client of the beneficiary.
 * @param parameters Which wallet, and to whom.
 * @returns The receipt, and the delegatee before and after.
 * @throws OpenmeshError `OpenVesting_NotBeneficiary`, `InvalidArguments`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * await delegateVesting(client, { contracts, wallet, delegatee: account })
 */
export async function delegateVesting(
  client: WalletClient,
  parameters: delegateVesting.Parameters,
): Promise<delegateVesting.ReturnType> {
  const { chainId, contracts } = parameters
  const call = delegateVesting.call(parameters)
  const receipt = await execute(client, call, chainId)
  const { args } = delegateVesting.extractEvent(
    receipt.logs,
    contracts.openToken,
  )
  const { delegator: wallet, ...delegatees } = args
  return { receipt, wallet, ...delegatees }
}

export namespace delegateVesting {
  export interface Parameters extends ActionParameters {
    /** The vesting wallet. */
    wallet: Address
    /** Who votes; zero for nobody. */
    delegatee: Address
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    wallet: Address
    fromDelegate: Address
    toDelegate: Address
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call({ delegatee, wallet }: Parameters): Call {
    return defineCall({
      address: wallet,
      abi: openVestingAbi,
      functionName: 'delegate',
      args: [delegatee],
    })
  }

  /** The change of delegatee in a receipt's logs; it is OPEN's event. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openTokenAbi, 'DelegateChanged', logs, address)
  }
}
