import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { executeWithAllowance } from '../../internal/allowance.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Stakes OPEN of the client's account on a validator. Staked OPEN keeps voting.
 *
 * Approves exactly the amount first if the allowance is short.
 *
 * @param client Wallet client.
 * @param parameters Which validator and how much.
 * @returns The receipt and the stake.
 * @throws OpenmeshError `ValidatorStaking_TooSmall` below 1 OPEN,
 * `ValidatorStaking_OverDelegationCap`, `ValidatorStaking_Closed`,
 * `ValidatorStaking_UnknownValidator`, `ValidatorStaking_DeadPool`,
 * `ERC20InsufficientBalance`, `NoContract`, `WrongChain`.
 *
 * @example
 * await stake(client, { contracts, validator, amount: parseEther('100') })
 */
export async function stake(
  client: WalletClient,
  parameters: stake.Parameters,
): Promise<stake.ReturnType> {
  const { amount, chainId, contracts } = parameters
  const call = stake.call(parameters)
  const pull = { token: contracts.openToken, spender: call.address, amount }
  const receipt = await executeWithAllowance(client, call, pull, chainId)
  const { args } = stake.extractEvent(receipt.logs, call.address)
  const { id: validator, account } = args
  return { receipt, validator, account, amount: args.amount }
}

export namespace stake {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
    /** Wei of OPEN, at least 1 OPEN. */
    amount: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    validator: bigint
    account: Address
    /** Wei of OPEN. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals; it needs an allowance. */
  export function call({ amount, contracts, validator }: Parameters): Call {
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'stake',
      args: [validator, amount],
    })
  }

  /** The stake in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorStakingAbi, 'Staked', logs, address)
  }
}
