import type { Address, Log, TransactionReceipt } from 'viem'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Jails a member of the set that missed more than half of the rounds that count.
 * Anybody may, and gets the reporter's part where it costs stake.
 *
 * @param client Wallet client.
 * @param parameters Which validator.
 * @returns The receipt, and what it was punished for and with.
 * @throws OpenmeshError `Accountability_NotDown`, `Accountability_NotMember`,
 * `ValidatorStaking_EvidenceOutOfTime`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { jailedUntil } = await jailDowntime(client, { contracts, validator })
 */
export async function jailDowntime(
  client: WalletClient,
  parameters: jailDowntime.Parameters,
): Promise<jailDowntime.ReturnType> {
  const call = jailDowntime.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = jailDowntime.extractEvent(receipt.logs, call.address)
  const { id: validator, jailedUntil, missed, offences, taken } = args
  return {
    receipt,
    validator,
    missed: Number(missed),
    offences,
    jailedUntil,
    taken,
  }
}

export namespace jailDowntime {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    validator: bigint
    /** Rounds it missed. */
    missed: number
    /** Its offences, this one included, less what has faded. */
    offences: bigint
    /** Timestamp of the end of the jail. */
    jailedUntil: bigint
    /** Wei of OPEN that it and its delegators lost; 0 outside probation. */
    taken: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, validator } = parameters
    return defineCall({
      address: contracts.accountability,
      abi: accountabilityAbi,
      functionName: 'jailDowntime',
      args: [validator],
    })
  }

  /** What happened, in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(accountabilityAbi, 'DowntimePunished', logs, address)
  }
}
