import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { allEvents, firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Pays out somebody's reward on a validator, to them or to the recipient they
 * set. Anybody can do it, for the gas.
 *
 * @param client Wallet client of anybody.
 * @param parameters Which validator, and whose reward.
 * @returns The receipt, the reward and who got it.
 * @throws OpenmeshError `ValidatorStaking_NothingToPay`,
 * `ValidatorStaking_UnknownValidator`, `InvalidArguments`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const paid = await claimRewardFor(client, { contracts, validator, account })
 * console.log(paid.to, paid.amount)
 */
export async function claimRewardFor(
  client: WalletClient,
  parameters: claimRewardFor.Parameters,
): Promise<claimRewardFor.ReturnType> {
  const { account, chainId, validator } = parameters
  const call = claimRewardFor.call(parameters)
  const receipt = await execute(client, call, chainId)
  const { abi, eventName } = claimed
  // Without reward the call still books a slash, and then says nothing of pay.
  const [event] = allEvents(abi, eventName, receipt.logs, call.address)
  const { amount = 0n, to } = event?.args ?? {}
  return { receipt, validator, account, to, amount }
}

const claimed = { abi: validatorStakingAbi, eventName: 'Claimed' } as const

export namespace claimRewardFor {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
    /** Staker. */
    account: Address
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    validator: bigint
    account: Address
    /** Who was paid; undefined when a slash was booked and nothing was due. */
    to: Address | undefined
    /** Wei of OPEN. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ account, contracts, validator }: Parameters): Call {
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'claimFor',
      args: [validator, account],
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(claimed.abi, claimed.eventName, logs, address)
  }
}
