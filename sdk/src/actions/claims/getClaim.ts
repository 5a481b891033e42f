import { simulateContract } from 'viem/actions'
import { merkleClaimsAbi } from '../../../../typechain-types/index.ts'
import { expectedError, toOpenmeshError } from '../../errors/decode.ts'
import {
  type ActionErrorType,
  OpenmeshError,
} from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { claim } from './claim.ts'
import { type ClaimLeaf, toArgument } from './leaf.ts'

/**
 * Gets whether a leaf was claimed, and whether its account could claim it now,
 * the campaign's time, pauses and weekly limit included.
 *
 * @param client Client to read with.
 * @param parameters Which campaign and leaf.
 * @returns Whether it was and can be claimed, and if not, why not.
 * @throws OpenmeshError `MerkleClaims_InvalidProof` for a leaf that is not in
 * the campaign's tree, `MerkleClaims_UnknownCampaign`, `InvalidArguments`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { isClaimable, obstacle } = await getClaim(client, {
 *   contracts,
 *   campaign,
 *   leaf,
 * })
 */
export async function getClaim(
  client: ReadClient,
  parameters: getClaim.Parameters,
): Promise<getClaim.ReturnType> {
  const { campaign, chainId, contracts, leaf } = parameters
  const claims = {
    address: contracts.merkleClaims,
    abi: merkleClaimsAbi,
  } as const
  await checkChain(client, chainId)
  const [isInTree, isClaimed, obstacle] = await Promise.all([
    read(client, {
      ...claims,
      functionName: 'verify',
      args: [campaign, toArgument(leaf), leaf.proof],
    }),
    read(client, {
      ...claims,
      functionName: 'isClaimed',
      args: [campaign, leaf.index],
    }),
    obstacleTo(client, parameters),
  ])
  if (!isInTree)
    throw expectedError('MerkleClaims_InvalidProof', [campaign, leaf.index])
  return { isClaimed, isClaimable: obstacle === undefined, obstacle }
}

export namespace getClaim {
  export interface Parameters extends ActionParameters {
    /** Number of the campaign, from 1. */
    campaign: bigint
    leaf: ClaimLeaf
  }
  export interface ReturnType {
    isClaimed: boolean
    /** Whether the account could claim now. */
    isClaimable: boolean
    /** What a claim now would be refused with, and what to do. */
    obstacle: OpenmeshError | undefined
  }
  export type ErrorType = ActionErrorType
}

/** The contract alone knows all that can stand in the way: it is asked. */
async function obstacleTo(
  client: ReadClient,
  parameters: getClaim.Parameters,
): Promise<OpenmeshError | undefined> {
  const { account } = parameters.leaf
  const call = claim.call({ ...parameters, to: account })
  const { abi, address, args, functionName } = call
  try {
    await simulateContract(client, {
      abi,
      address,
      args,
      functionName,
      account,
    })
    return undefined
  } catch (cause) {
    const error = toOpenmeshError(cause, call)
    if (error instanceof OpenmeshError) return error
    throw error
  }
}
