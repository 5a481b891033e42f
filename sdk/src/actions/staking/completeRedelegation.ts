import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Turns a redelegation that has waited into stake on its destination. Anybody
 * can do it for anybody.
 *
 * @param client Wallet client of anybody.
 * @param parameters Whose redelegation, and which.
 * @returns The receipt and what arrived.
 * @throws OpenmeshError `ValidatorStaking_StillUnbonding`,
 * `ValidatorStaking_NothingToPay`, `ValidatorStaking_TooSmall`,
 * `ValidatorStaking_OverDelegationCap`, `ValidatorStaking_Closed`,
 * `ValidatorStaking_DeadPool`, `ValidatorStaking_SameValidator`,
 * `ValidatorStaking_UnknownValidator`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { amount } = await completeRedelegation(client, {
 *   contracts,
 *   from: other,
 *   to: validator,
 *   epoch,
 * })
 */
export async function completeRedelegation(
  client: WalletClient,
  parameters: completeRedelegation.Parameters,
): Promise<completeRedelegation.ReturnType> {
  const { account = accountOf(client), chainId } = parameters
  const call = completeRedelegation.call({ ...parameters, account })
  const receipt = await execute(client, call, chainId)
  const { args } = completeRedelegation.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace completeRedelegation {
  export interface Parameters extends ActionParameters {
    /** Number of the validator it left. */
    from: bigint
    /** Number of the validator it goes to. */
    to: bigint
    /** What `redelegate` returned. */
    epoch: bigint
    /** Whose it is; the client's account when left out. */
    account?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    from: bigint
    to: bigint
    account: Address
    epoch: bigint
    /** Wei of OPEN that arrived. */
    amount: bigint
    /** Wei of OPEN that left; the difference was slashed on the way. */
    principal: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters & { account: Address }): Call {
    const { account, contracts, epoch, from, to } = parameters
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'completeRedelegation',
      args: [from, to, epoch, account],
    })
  }

  /** The end of the move in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(
      validatorStakingAbi,
      'RedelegationCompleted',
      logs,
      address,
    )
  }
}
