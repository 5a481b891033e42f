import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Publishes an app with its version 1, under a name that the client's account
 * has not used yet. Another publisher may use the same.
 *
 * @param client Wallet client of the publisher.
 * @param parameters Name, and what version 1 consists of.
 * @returns The receipt and the app's id.
 * @throws OpenmeshError `AppCatalogue_AppExists`,
 * `AppCatalogue_InvalidName`, `AppCatalogue_InvalidUri`,
 * `AppCatalogue_ContentHashMissing`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { app } = await publishApp(client, {
 *   contracts,
 *   name: 'Data node',
 *   contentHash: keccak256(stringToHex('version 1')),
 *   uri: 'https://example.org/data-node/1',
 * })
 */
export async function publishApp(
  client: WalletClient,
  parameters: publishApp.Parameters,
): Promise<publishApp.ReturnType> {
  const call = publishApp.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = publishApp.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace publishApp {
  export interface Parameters extends ActionParameters {
    /** Printable ASCII, 1 to 64 bytes, for ever. */
    name: string
    /** Hash of what version 1 consists of. */
    contentHash: Hex
    /** Where that is found, printable ASCII; nowhere when left out. */
    uri?: string | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    /** Its id; `appIdOf` computes the same. */
    app: Hex
    publisher: Address
    name: string
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contentHash, contracts, name, uri = '' } = parameters
    return defineCall({
      address: contracts.xnodeRegistry,
      abi: xnodeRegistryAbi,
      functionName: 'publishApp',
      args: [name, contentHash, uri],
    })
  }

  /** The app in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRegistryAbi, 'AppPublished', logs, address)
  }
}
