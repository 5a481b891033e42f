import {
  type Address,
  type Log,
  type TransactionReceipt,
  zeroAddress,
} from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Sets who receives the rewards of the client's account whenever somebody else
 * has them paid, such as by `claimRewardFor`.
 *
 * @param client Wallet client of the staker.
 * @param parameters Who; the account itself when left out.
 * @returns The receipt, the recipient and the one before.
 * @throws OpenmeshError `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * await setRewardRecipient(client, { contracts, recipient })
 * await setRewardRecipient(client, { contracts }) // the account itself again
 */
export async function setRewardRecipient(
  client: WalletClient,
  parameters: setRewardRecipient.Parameters,
): Promise<setRewardRecipient.ReturnType> {
  const call = setRewardRecipient.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = setRewardRecipient.extractEvent(receipt.logs, call.address)
  const { account, newRecipient, oldRecipient } = args
  const orItself = (recipient: Address) =>
    recipient === zeroAddress ? account : recipient
  return {
    receipt,
    account,
    recipient: orItself(newRecipient),
    oldRecipient: orItself(oldRecipient),
  }
}

export namespace setRewardRecipient {
  export interface Parameters extends ActionParameters {
    /** Who receives the rewards; the account itself when left out. */
    recipient?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    account: Address
    /** Who receives the rewards; the account for itself. */
    recipient: Address
    /** Who received them until now. */
    oldRecipient: Address
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, recipient = zeroAddress } = parameters
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'setRecipient',
      args: [recipient],
    })
  }

  /** The change in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorStakingAbi, 'RecipientSet', logs, address)
  }
}
