import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Pays out the reward of the client's account on a validator. It is liquid at
 * once; the stake stays.
 *
 * @param client Wallet client of the staker.
 * @param parameters Which validator, and to whom.
 * @returns The receipt and the reward.
 * @throws OpenmeshError `ValidatorStaking_NothingToPay`,
 * `ValidatorStaking_UnknownValidator`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { amount } = await claimReward(client, { contracts, validator })
 */
export async function claimReward(
  client: WalletClient,
  parameters: claimReward.Parameters,
): Promise<claimReward.ReturnType> {
  const { chainId, to = client.account.address } = parameters
  const call = claimReward.call({ ...parameters, to })
  const receipt = await execute(client, call, chainId)
  const { args } = claimReward.extractEvent(receipt.logs, call.address)
  const { id: validator, ...claim } = args
  return { receipt, validator, ...claim }
}

export namespace claimReward {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
    /** Who is paid; the client's account when left out. */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    validator: bigint
    account: Address
    to: Address
    /** Wei of OPEN. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters & { to: Address }): Call {
    const { contracts, to, validator } = parameters
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'claim',
      args: [validator, to],
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorStakingAbi, 'Claimed', logs, address)
  }
}
