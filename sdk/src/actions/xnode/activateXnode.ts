import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeOneAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Begins the term of a unit. It cannot be undone, and there is no date by
 * which it has to be done.
 *
 * @param client Wallet client of the unit's owner, or of who is approved.
 * @param parameters Which unit.
 * @returns The receipt, the owner and when the term ends.
 * @throws OpenmeshError `XnodeOne_AlreadyActivated`,
 * `ERC721NonexistentToken`, `ERC721InsufficientApproval`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { expiry } = await activateXnode(client, { contracts, unit })
 */
export async function activateXnode(
  client: WalletClient,
  parameters: activateXnode.Parameters,
): Promise<activateXnode.ReturnType> {
  const call = activateXnode.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = activateXnode.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace activateXnode {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    unit: bigint
    owner: Address
    /** Timestamp at which the term ends, a UTC midnight. */
    expiry: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, unit }: Parameters): Call {
    return defineCall({
      address: contracts.xnodeOne,
      abi: xnodeOneAbi,
      functionName: 'activate',
      args: [unit],
    })
  }

  /** The activation in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeOneAbi, 'UnitActivated', logs, address)
  }
}
