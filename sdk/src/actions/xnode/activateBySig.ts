import type { Address, Log } from 'viem'
import { xnodeOneAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { activateXnode } from './activateXnode.ts'
import type { ActivationPermission } from './signActivation.ts'

/**
 * Begins the term of another account's unit, with its permission. The client's
 * account pays the gas and gets nothing.
 *
 * @param client Wallet client of anybody.
 * @param parameters Which unit, and the permission.
 * @returns The receipt, the owner and when the term ends.
 * @throws OpenmeshError `XnodeOne_InvalidSignature`,
 * `XnodeOne_SignatureExpired`, `XnodeOne_AlreadyActivated`,
 * `ERC721NonexistentToken`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { expiry } = await activateBySig(client, {
 *   contracts,
 *   unit,
 *   permission: activation,
 * })
 */
export async function activateBySig(
  client: WalletClient,
  parameters: activateBySig.Parameters,
): Promise<activateBySig.ReturnType> {
  const call = activateBySig.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = activateBySig.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace activateBySig {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** What the unit's owner signed. */
    permission: ActivationPermission
  }
  export type ReturnType = activateXnode.ReturnType
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, permission, unit }: Parameters): Call {
    return defineCall({
      address: contracts.xnodeOne,
      abi: xnodeOneAbi,
      functionName: 'activateBySig',
      args: [unit, permission.deadline, permission.signature],
    })
  }

  /** The activation in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return activateXnode.extractEvent(logs, address)
  }
}
