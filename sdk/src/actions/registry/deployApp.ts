import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Asks a unit to run a version of an app. Its host follows, and reports.
 *
 * @param client Wallet client of the unit's owner, of who is approved, or of
 * its tenant.
 * @param parameters Which unit, and what it should run.
 * @returns The receipt and the deployment: its generation and for whom it is.
 * @throws OpenmeshError `XnodeRegistry_NotHolder`,
 * `XnodeRegistry_UnitNotActive`, `AppCatalogue_UnknownVersion`,
 * `ERC721NonexistentToken`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { generation } = await deployApp(client, {
 *   contracts,
 *   unit,
 *   app,
 *   version,
 *   configHash: keccak256(stringToHex('region: any')),
 * })
 */
export async function deployApp(
  client: WalletClient,
  parameters: deployApp.Parameters,
): Promise<deployApp.ReturnType> {
  const call = deployApp.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = deployApp.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace deployApp {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** Id of the app. */
    app: Hex
    /** Number of its version. */
    version: bigint
    /** Hash of the configuration, which the host gets another way. */
    configHash: Hex
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    unit: bigint
    app: Hex
    version: bigint
    configHash: Hex
    /** Owner or tenant for whom it runs. */
    holder: Address
    /** How often something was deployed on the unit. */
    generation: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { app, configHash, contracts, unit, version } = parameters
    return defineCall({
      address: contracts.xnodeRegistry,
      abi: xnodeRegistryAbi,
      functionName: 'deploy',
      args: [unit, app, version, configHash],
    })
  }

  /** The deployment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRegistryAbi, 'Deployed', logs, address)
  }
}
