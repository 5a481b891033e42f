import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Pays out an exit that is over, less what was slashed while it waited.
 *
 * @param client Wallet client of the staker.
 * @param parameters Which validator, the epoch of the exit, and to whom.
 * @returns The receipt, the principal and what was paid of it.
 * @throws OpenmeshError `ValidatorStaking_StillUnbonding`,
 * `ValidatorStaking_NothingToPay`, `ValidatorStaking_ZeroAddress`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { payout } = await withdraw(client, { contracts, validator, epoch })
 */
export async function withdraw(
  client: WalletClient,
  parameters: withdraw.Parameters,
): Promise<withdraw.ReturnType> {
  const { chainId, to = client.account.address } = parameters
  const call = withdraw.call({ ...parameters, to })
  const receipt = await execute(client, call, chainId)
  const { args } = withdraw.extractEvent(receipt.logs, call.address)
  const { id: validator, ...exit } = args
  return { receipt, validator, ...exit }
}

export namespace withdraw {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
    /** Epoch of the exit, as `unbond` returned it. */
    epoch: bigint
    /** Who is paid; the client's account when left out. */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    validator: bigint
    account: Address
    epoch: bigint
    to: Address
    /** Wei of OPEN. */
    payout: bigint
    /** Wei of OPEN that were unbonded. */
    principal: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters & { to: Address }): Call {
    const { contracts, epoch, to, validator } = parameters
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'withdraw',
      args: [validator, epoch, to],
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorStakingAbi, 'Withdrawn', logs, address)
  }
}
