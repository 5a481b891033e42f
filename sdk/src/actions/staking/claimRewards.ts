import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { defineCall } from '../../internal/call.ts'
import { allEvents } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Pays out the rewards of the client's account on several validators, in one
 * transfer. Those on which there is nothing to pay are passed over.
 *
 * @param client Wallet client of the staker.
 * @param parameters Which validators, and to whom.
 * @returns The receipt, the sum, and the reward on each validator that had one.
 * @throws OpenmeshError `ValidatorStaking_UnknownValidator`,
 * `ValidatorStaking_ZeroAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { amount, rewards } = await claimRewards(client, {
 *   contracts,
 *   validators: [validator, other],
 * })
 */
export async function claimRewards(
  client: WalletClient,
  parameters: claimRewards.Parameters,
): Promise<claimRewards.ReturnType> {
  const { chainId, to = accountOf(client) } = parameters
  const call = claimRewards.call({ ...parameters, to })
  const receipt = await execute(client, call, chainId)
  const events = claimRewards.extractEvents(receipt.logs, call.address)
  const rewards = events.map(({ args }) => ({
    validator: args.id,
    amount: args.amount,
  }))
  return {
    receipt,
    to,
    amount: rewards.reduce((sum, reward) => sum + reward.amount, 0n),
    rewards,
  }
}

export namespace claimRewards {
  export interface Parameters extends ActionParameters {
    /** Numbers of the validators. */
    validators: readonly bigint[]
    /** Who is paid; the client's account when left out. */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    to: Address
    /** Wei of OPEN in all; 0 when no validator had anything to pay. */
    amount: bigint
    /** Wei of OPEN on each validator that had something to pay. */
    rewards: { validator: bigint; amount: bigint }[]
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters & { to: Address }): Call {
    const { contracts, to, validators } = parameters
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'claimMany',
      args: [validators, to],
    })
  }

  /** The payments in a receipt's logs, by validator. */
  export function extractEvents(logs: Log[], address?: Address) {
    return allEvents(validatorStakingAbi, 'Claimed', logs, address)
  }
}
