import {
  type Address,
  type Log,
  type TransactionReceipt,
  zeroAddress,
} from 'viem'
import { xnodeOneAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { invalidValue } from '../../errors/sdkErrors.ts'
import { defineCall } from '../../internal/call.ts'
import { checkPositive, checkReceiver } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Rents a unit out (ERC-4907): the tenant decides what runs on it until the
 * tenancy ends, the owner keeps its revenue. A transfer ends the tenancy.
 *
 * @param client Wallet client of the unit's owner, or of who is approved.
 * @param parameters Which unit, to whom and until when.
 * @returns The receipt and the tenancy.
 * @throws OpenmeshError `XnodeOne_TenancyBeyondExpiry` with the unit's expiry,
 * `XnodeOne_TenancyOver` for an end that is past, `InvalidArguments` for a
 * tenant without end or an end without tenant, `InvalidAddress`,
 * `ERC721NonexistentToken`, `ERC721InsufficientApproval`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { tenant } = await setUser(client, {
 *   contracts,
 *   unit,
 *   tenant: recipient,
 *   expires: expiry,
 * })
 */
export async function setUser(
  client: WalletClient,
  parameters: setUser.Parameters,
): Promise<setUser.ReturnType> {
  const call = setUser.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = setUser.extractEvent(receipt.logs, call.address)
  return {
    receipt,
    unit: args.tokenId,
    tenant: args.user === zeroAddress ? undefined : args.user,
    expires: args.user === zeroAddress ? undefined : args.expires,
  }
}

export namespace setUser {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** Who rents it; nobody when left out, which ends a tenancy. */
    tenant?: Address | undefined
    /**
     * Timestamp at which the tenancy ends, after now and up to the unit's
     * expiry; only and always with a tenant.
     */
    expires?: bigint | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    unit: bigint
    tenant: Address | undefined
    expires: bigint | undefined
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, expires, tenant, unit } = parameters
    checkTenancy(tenant, expires)
    return defineCall({
      address: contracts.xnodeOne,
      abi: xnodeOneAbi,
      functionName: 'setUser',
      args: [unit, tenant ?? zeroAddress, expires ?? 0n],
    })
  }

  /** The tenancy in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeOneAbi, 'UpdateUser', logs, address)
  }
}

/** One without the other would end a tenancy, whatever was meant. */
function checkTenancy(
  tenant: Address | undefined,
  expires: bigint | undefined,
): void {
  if (tenant === undefined && expires === undefined) return
  if (tenant === undefined)
    throw invalidValue(
      'tenant',
      tenant,
      `there is an end, ${expires}, but nobody who rents`,
      'Pass a tenant, or leave expires out to end the tenancy.',
    )
  checkReceiver('tenant', tenant)
  if (expires === undefined)
    throw invalidValue(
      'expires',
      expires,
      'a tenancy needs an end',
      "Pass a timestamp after now and up to the unit's expiry.",
    )
  checkPositive('expires', expires)
}
