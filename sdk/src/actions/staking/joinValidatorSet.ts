import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Brings a candidate into the set of earning validators while there is room.
 * Anybody may; a resting validator only its operator.
 *
 * @param client Wallet client.
 * @param parameters Which validator.
 * @returns The receipt and the validator.
 * @throws OpenmeshError `ValidatorStaking_SetFull`, `ValidatorStaking_InSet`,
 * `ValidatorStaking_Resting`, `ValidatorStaking_Jailed`,
 * `ValidatorStaking_SelfStakeTooLow`, `ValidatorStaking_UnitInactive`,
 * `ValidatorStaking_UnknownValidator`, `NoContract`, `WrongChain`.
 *
 * @example
 * await joinValidatorSet(client, { contracts, validator })
 */
export async function joinValidatorSet(
  client: WalletClient,
  parameters: joinValidatorSet.Parameters,
): Promise<joinValidatorSet.ReturnType> {
  const call = joinValidatorSet.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = joinValidatorSet.extractEvent(receipt.logs, call.address)
  return { receipt, validator: args.id }
}

export namespace joinValidatorSet {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    validator: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, validator }: Parameters): Call {
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'joinSet',
      args: [validator],
    })
  }

  /** The entry in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorStakingAbi, 'Joined', logs, address)
  }
}
