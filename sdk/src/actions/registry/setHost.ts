import {
  type Address,
  type Log,
  type TransactionReceipt,
  zeroAddress,
} from 'viem'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Sets the machine of a unit: the key that signs its reports, and where it is
 * reached. A new owner or tenant sets a key of its own: the old one can no
 * longer report.
 *
 * @param client Wallet client of the unit's owner, of who is approved, or of
 * its tenant.
 * @param parameters Which unit, and its machine.
 * @returns The receipt, the keys before and now, and for whom it was set.
 * @throws OpenmeshError `XnodeRegistry_NotHolder`,
 * `XnodeRegistry_UnitNotActive`, `XnodeRegistry_InvalidEndpoint`,
 * `ERC721NonexistentToken`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { newKey } = await setHost(client, {
 *   contracts,
 *   unit,
 *   hostKey: key.address,
 *   endpoint: 'https://xnode.example.org',
 * })
 */
export async function setHost(
  client: WalletClient,
  parameters: setHost.Parameters,
): Promise<setHost.ReturnType> {
  const call = setHost.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = setHost.extractEvent(receipt.logs, call.address)
  const { endpoint, holder, newKey, oldKey, unit } = args
  return {
    receipt,
    unit,
    oldKey: oldKey === zeroAddress ? undefined : oldKey,
    newKey: newKey === zeroAddress ? undefined : newKey,
    holder,
    endpoint,
  }
}

export namespace setHost {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** Account that signs the reports; nobody when left out. */
    hostKey?: Address | undefined
    /** Printable ASCII, up to 128 bytes; nowhere when left out. */
    endpoint?: string | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    unit: bigint
    oldKey: Address | undefined
    newKey: Address | undefined
    /** Owner or tenant for whom it was set. */
    holder: Address
    endpoint: string
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, endpoint = '', hostKey = zeroAddress, unit } = parameters
    return defineCall({
      address: contracts.xnodeRegistry,
      abi: xnodeRegistryAbi,
      functionName: 'setHost',
      args: [unit, hostKey, endpoint],
    })
  }

  /** The machine in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRegistryAbi, 'HostSet', logs, address)
  }
}
