import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { payableAt } from './exits.ts'

/**
 * Starts the exit of stake. It goes on voting and can still be slashed for
 * faults of its time until it is withdrawn.
 *
 * @param client Wallet client of the staker.
 * @param parameters Which validator and how much.
 * @returns The receipt, the epoch of the exit, and when it can be withdrawn.
 * @throws OpenmeshError `ValidatorStaking_PositionTooSmall`,
 * `ValidatorStaking_TooSmall`, `ValidatorStaking_SelfStakeTooLow`,
 * `ValidatorStaking_BucketClosed`, `ValidatorStaking_UnknownValidator`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { epoch, claimableAt } = await unbond(client, {
 *   contracts,
 *   validator,
 *   amount: parseEther('50'),
 * })
 */
export async function unbond(
  client: WalletClient,
  parameters: unbond.Parameters,
): Promise<unbond.ReturnType> {
  const { chainId, rewardsTo = accountOf(client) } = parameters
  const call = unbond.call({ ...parameters, rewardsTo })
  const receipt = await execute(client, call, chainId)
  const { args } = unbond.extractEvent(receipt.logs, call.address)
  const { id: validator, ...exit } = args
  return {
    receipt,
    validator,
    ...exit,
    claimableAt: await payableAt(client, call.address, exit.epoch),
  }
}

export namespace unbond {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
    /** Wei of OPEN; what remains is nothing or at least 1 OPEN. */
    amount: bigint
    /**
     * Receives the pending reward when nothing remains; the client's account
     * when left out.
     */
    rewardsTo?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    validator: bigint
    account: Address
    /** What `withdraw` has to be told. */
    epoch: bigint
    /** Wei of OPEN. */
    amount: bigint
    /** Part in the exits of the epoch. */
    shares: bigint
    /** Timestamp from which it can be withdrawn. */
    claimableAt: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters & { rewardsTo: Address }): Call {
    const { amount, contracts, rewardsTo, validator } = parameters
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'unbond',
      args: [validator, amount, rewardsTo],
    })
  }

  /** The exit in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorStakingAbi, 'Unbonded', logs, address)
  }
}
