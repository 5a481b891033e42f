import type { Account, Address, Hex } from 'viem'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkChain, checkReceiver } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { sign } from '../../internal/sign.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type ClaimLeaf, toArgument } from './leaf.ts'

const types = {
  Claim: [
    { name: 'campaign', type: 'uint256' },
    { name: 'index', type: 'uint256' },
    { name: 'account', type: 'address' },
    { name: 'amount', type: 'uint256' },
    { name: 'schedule', type: 'uint256' },
    { name: 'to', type: 'address' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** The word of a leaf's account that anybody may claim it for `to`. */
export interface ClaimPermission {
  to: Address
  /** Last timestamp at which it is accepted. */
  deadline: bigint
  signature: Hex
}

/**
 * Allows anybody to claim a leaf for `to`, who then pays the gas. Sends
 * nothing. There is no way back but to claim first.
 *
 * @param client Client to read the contract's domain with.
 * @param parameters Which campaign and leaf, for whom and until when.
 * @returns The permission, as `claimFor` takes it.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AccountMissing`,
 * `InvalidArguments`, `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const permission = await signClaim(client, {
 *   contracts,
 *   campaign,
 *   leaf,
 *   to: receiver,
 *   deadline,
 * })
 */
export async function signClaim(
  client: ReadClient,
  parameters: signClaim.Parameters,
): Promise<signClaim.ReturnType> {
  const { campaign, chainId, contracts, deadline, leaf, to } = parameters
  const account = signerOf(client, parameters.signer)
  checkReceiver('to', to)
  await checkChain(client, chainId)
  const signature = await sign(
    client,
    {
      account,
      domain: await readDomain(client, contracts.merkleClaims),
      types,
      primaryType: 'Claim',
    },
    () => ({ campaign, ...toArgument(leaf), to, deadline }),
  )
  return { to, deadline, signature }
}

export namespace signClaim {
  export interface Parameters extends ActionParameters {
    /** Number of the campaign, from 1. */
    campaign: bigint
    leaf: ClaimLeaf
    /** Who gets the OPEN or owns the vesting wallet. */
    to: Address
    /** Last timestamp at which the permission is accepted. */
    deadline: bigint
    /**
     * The leaf's account, or who signs for it if it is a contract; the
     * client's account when left out.
     */
    signer?: Account | Address | undefined
  }
  export type ReturnType = ClaimPermission
  export type ErrorType = ActionErrorType
}
