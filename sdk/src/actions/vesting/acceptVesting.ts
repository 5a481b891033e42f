import type { Address, Log, TransactionReceipt } from 'viem'
import { openVestingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Takes over a vesting wallet that was offered, with its votes. A destination
 * that the old beneficiary set is cleared.
 *
 * @param client Wallet client of who was offered the wallet.
 * @param parameters Which wallet.
 * @returns The receipt, and the beneficiary before and after.
 * @throws OpenmeshError `OpenVesting_NotOffered`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { newBeneficiary } = await acceptVesting(client, { contracts, wallet })
 */
export async function acceptVesting(
  client: WalletClient,
  parameters: acceptVesting.Parameters,
): Promise<acceptVesting.ReturnType> {
  const call = acceptVesting.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = acceptVesting.extractEvent(receipt.logs, call.address)
  return { receipt, wallet: call.address, ...args }
}

export namespace acceptVesting {
  export interface Parameters extends ActionParameters {
    /** The vesting wallet. */
    wallet: Address
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    wallet: Address
    oldBeneficiary: Address
    newBeneficiary: Address
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ wallet }: Parameters): Call {
    return defineCall({
      address: wallet,
      abi: openVestingAbi,
      functionName: 'acceptBeneficiary',
      args: [],
    })
  }

  /** The change of beneficiary in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openVestingAbi, 'BeneficiaryChanged', logs, address)
  }
}
