import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { deployApp } from './deployApp.ts'

/**
 * Asks a unit to run nothing.
 *
 * @param client Wallet client of the unit's owner, of who is approved, or of
 * its tenant.
 * @param parameters Which unit.
 * @returns The receipt, the generation and for whom it is.
 * @throws OpenmeshError `XnodeRegistry_NotHolder`,
 * `XnodeRegistry_UnitNotActive`, `ERC721NonexistentToken`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { holder } = await undeployApp(client, { contracts, unit })
 */
export async function undeployApp(
  client: WalletClient,
  parameters: undeployApp.Parameters,
): Promise<undeployApp.ReturnType> {
  const call = undeployApp.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = undeployApp.extractEvent(receipt.logs, call.address)
  const { generation, holder, unit } = args
  return { receipt, unit, holder, generation }
}

export namespace undeployApp {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    unit: bigint
    /** Owner or tenant for whom it runs nothing. */
    holder: Address
    /** How often something was deployed on the unit, this included. */
    generation: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, unit }: Parameters): Call {
    return defineCall({
      address: contracts.xnodeRegistry,
      abi: xnodeRegistryAbi,
      functionName: 'undeploy',
      args: [unit],
    })
  }

  /** The deployment of nothing in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return deployApp.extractEvent(logs, address)
  }
}
