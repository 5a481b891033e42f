import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Adds a version to an app. No unit changes what it runs by that.
 *
 * @param client Wallet client of the app's publisher.
 * @param parameters Which app, and what the version consists of.
 * @returns The receipt and the version's number.
 * @throws OpenmeshError `AppCatalogue_UnknownApp`,
 * `AppCatalogue_NotPublisher`, `AppCatalogue_InvalidUri`,
 * `AppCatalogue_ContentHashMissing`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { version } = await addAppVersion(client, {
 *   contracts,
 *   app,
 *   contentHash: keccak256(stringToHex('version 2')),
 *   uri: 'https://example.org/data-node/2',
 * })
 */
export async function addAppVersion(
  client: WalletClient,
  parameters: addAppVersion.Parameters,
): Promise<addAppVersion.ReturnType> {
  const call = addAppVersion.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = addAppVersion.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace addAppVersion {
  export interface Parameters extends ActionParameters {
    /** Id of the app. */
    app: Hex
    /** Hash of what the version consists of. */
    contentHash: Hex
    /** Where that is found, printable ASCII; nowhere when left out. */
    uri?: string | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    app: Hex
    /** Number of the version. */
    version: bigint
    contentHash: Hex
    uri: string
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { app, contentHash, contracts, uri = '' } = parameters
    return defineCall({
      address: contracts.xnodeRegistry,
      abi: xnodeRegistryAbi,
      functionName: 'addVersion',
      args: [app, contentHash, uri],
    })
  }

  /** The version in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRegistryAbi, 'VersionAdded', logs, address)
  }
}
