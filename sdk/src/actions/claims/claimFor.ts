import { type Address, type Log, zeroAddress } from 'viem'
import { merkleClaimsAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { claim } from './claim.ts'
import { type ClaimLeaf, toArgument } from './leaf.ts'
import type { ClaimPermission } from './signClaim.ts'

/**
 * Claims a leaf of another account, with its permission. The client's account
 * pays the gas and gets nothing.
 *
 * @param client Wallet client of anybody.
 * @param parameters Which campaign and leaf, and the permission.
 * @returns The receipt and the payment.
 * @throws OpenmeshError `MerkleClaims_InvalidSignature`,
 * `MerkleClaims_SignatureExpired`, and what `claim` throws.
 *
 * @example
 * const { to } = await claimFor(client, {
 *   contracts,
 *   campaign,
 *   leaf,
 *   permission,
 * })
 */
export async function claimFor(
  client: WalletClient,
  parameters: claimFor.Parameters,
): Promise<claimFor.ReturnType> {
  const call = claimFor.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = claimFor.extractEvent(receipt.logs, call.address)
  const wallet = args.wallet === zeroAddress ? undefined : args.wallet
  return { receipt, ...args, wallet }
}

export namespace claimFor {
  export interface Parameters extends ActionParameters {
    /** Number of the campaign, from 1. */
    campaign: bigint
    leaf: ClaimLeaf
    /** What the leaf's account signed. */
    permission: ClaimPermission
  }
  export type ReturnType = claim.ReturnType
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { campaign, contracts, leaf, permission } = parameters
    const { deadline, signature, to } = permission
    return defineCall({
      address: contracts.merkleClaims,
      abi: merkleClaimsAbi,
      functionName: 'claimFor',
      args: [campaign, toArgument(leaf), leaf.proof, to, deadline, signature],
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return claim.extractEvent(logs, address)
  }
}
