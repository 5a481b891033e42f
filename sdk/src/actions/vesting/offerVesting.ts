import type { Address, Log, TransactionReceipt } from 'viem'
import { openVestingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Offers a vesting wallet to another account, which owns it once it accepts.
 * Until then the beneficiary can still release what is due.
 *
 * @param client Wallet client of the beneficiary.
 * @param parameters Which wallet, and to whom.
 * @returns The receipt and the offer.
 * @throws OpenmeshError `OpenVesting_NotBeneficiary`, `InvalidArguments`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * await offerVesting(client, { contracts, wallet, to: account })
 */
export async function offerVesting(
  client: WalletClient,
  parameters: offerVesting.Parameters,
): Promise<offerVesting.ReturnType> {
  const call = offerVesting.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = offerVesting.extractEvent(receipt.logs, call.address)
  return { receipt, wallet: call.address, ...args }
}

export namespace offerVesting {
  export interface Parameters extends ActionParameters {
    /** The vesting wallet. */
    wallet: Address
    /** Who may accept; zero withdraws the offer. */
    to: Address
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    wallet: Address
    beneficiary: Address
    offered: Address
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call({ to, wallet }: Parameters): Call {
    return defineCall({
      address: wallet,
      abi: openVestingAbi,
      functionName: 'offerBeneficiary',
      args: [to],
    })
  }

  /** The offer in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(openVestingAbi, 'BeneficiaryOffered', logs, address)
  }
}
