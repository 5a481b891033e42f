import type { Hex } from 'viem'
import { getBlock } from 'viem/actions'
import { merkleClaimsAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/** Where a campaign is in its life; only an `open` one pays. */
export type CampaignStatus = 'upcoming' | 'open' | 'paused' | 'over'

/**
 * Gets a campaign of claims: what it promised, has left, and may pay now.
 *
 * @param client Client to read with.
 * @param parameters Which campaign.
 * @returns The campaign.
 * @throws OpenmeshError `MerkleClaims_UnknownCampaign`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { root, status, available } = await getCampaign(client, {
 *   contracts,
 *   campaign,
 * })
 */
export async function getCampaign(
  client: ReadClient,
  { campaign, chainId, contracts }: getCampaign.Parameters,
): Promise<getCampaign.ReturnType> {
  await checkChain(client, chainId)
  const claims = {
    address: contracts.merkleClaims,
    abi: merkleClaimsAbi,
    args: [campaign],
  } as const
  const [found, available, largestClaim, { timestamp }] = await Promise.all([
    read(client, { ...claims, functionName: 'campaignOf' }),
    read(client, { ...claims, functionName: 'availableOutflow' }),
    read(client, { ...claims, functionName: 'largestClaim' }),
    getBlock(client),
  ])
  const { deadline, pausedUntil, row, root, start, total, unclaimed } = found
  const { weeklyLimit } = found
  const status = statusAt(timestamp, found)
  return {
    status,
    row,
    root,
    total,
    unclaimed,
    available: status === 'open' ? available : 0n,
    largestClaim,
    weeklyLimit: weeklyLimit < total ? weeklyLimit : undefined,
    start,
    deadline,
    pausedUntil: status === 'paused' ? pausedUntil : undefined,
  }
}

export namespace getCampaign {
  export interface Parameters extends ActionParameters {
    /** Number of the campaign, from 1. */
    campaign: bigint
  }
  export interface ReturnType {
    status: CampaignStatus
    /** Row of the allocation that funded it and gets back what is left. */
    row: number
    /** Root of the tree of its leaves. */
    root: Hex
    /** Wei of OPEN that it promised. */
    total: bigint
    /** Wei of OPEN that it can still pay or give back. */
    unclaimed: bigint
    /** Wei of OPEN that may leave now. */
    available: bigint
    /** Wei of OPEN of the largest claim that it pays. */
    largestClaim: bigint
    /** Wei of OPEN that leave within any 7 days; undefined without limit. */
    weeklyLimit: bigint | undefined
    /** Timestamp from which it pays. */
    start: bigint
    /** Timestamp from which it no longer does; a pause moves it. */
    deadline: bigint
    /** Timestamp at which the pause ends; undefined while there is none. */
    pausedUntil: bigint | undefined
  }
  export type ErrorType = ActionErrorType
}

/** In the order in which the contract refuses. */
function statusAt(
  now: bigint,
  times: { start: bigint; deadline: bigint; pausedUntil: bigint },
): CampaignStatus {
  if (now < times.start) return 'upcoming'
  if (now >= times.deadline) return 'over'
  return now < times.pausedUntil ? 'paused' : 'open'
}
