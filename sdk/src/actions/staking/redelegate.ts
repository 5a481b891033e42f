import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { payableAt } from './exits.ts'

/**
 * Starts to move delegated stake from one validator to another. It waits as
 * long as an exit and can be slashed as one meanwhile, earns nothing and goes
 * on voting; `completeRedelegation` ends it.
 *
 * @param client Wallet client of the staker.
 * @param parameters From where to where, and how much.
 * @returns The receipt, the epoch of the move, and when it can be completed.
 * @throws OpenmeshError `ValidatorStaking_PositionTooSmall`,
 * `ValidatorStaking_TooSmall`, `ValidatorStaking_OwnStake`,
 * `ValidatorStaking_SameValidator`, `ValidatorStaking_Closed`,
 * `ValidatorStaking_BucketClosed`, `ValidatorStaking_UnknownValidator`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { epoch, completableAt } = await redelegate(client, {
 *   contracts,
 *   from: other,
 *   to: validator,
 *   amount: parseEther('50'),
 * })
 */
export async function redelegate(
  client: WalletClient,
  parameters: redelegate.Parameters,
): Promise<redelegate.ReturnType> {
  const call = redelegate.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = redelegate.extractEvent(receipt.logs, call.address)
  return {
    receipt,
    ...args,
    completableAt: await payableAt(client, call.address, args.epoch),
  }
}

export namespace redelegate {
  export interface Parameters extends ActionParameters {
    /** Number of the validator it leaves; not the client's own. */
    from: bigint
    /** Number of the validator it goes to. */
    to: bigint
    /**
     * Wei of OPEN; what remains is nothing or at least 1 OPEN. When nothing
     * remains, the pending reward is paid as `claimRewardFor` pays it.
     */
    amount: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    from: bigint
    to: bigint
    account: Address
    /** What `completeRedelegation` has to be told. */
    epoch: bigint
    /** Wei of OPEN. */
    amount: bigint
    /** Part in the exits of the epoch. */
    shares: bigint
    /** Timestamp from which it can be completed. */
    completableAt: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ amount, contracts, from, to }: Parameters): Call {
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'redelegate',
      args: [from, to, amount],
    })
  }

  /** The start of the move in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorStakingAbi, 'RedelegationStarted', logs, address)
  }
}
