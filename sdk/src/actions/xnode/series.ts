import type { Hex } from 'viem'
import { xnodeOneAbi, xnodeSaleAbi } from '../../../../typechain-types/index.ts'
import type { HomeContracts } from '../../types.ts'

/** Whether a series can be bought now; only one that is `open` can. */
export type SaleStatus = 'upcoming' | 'open' | 'paused' | 'soldOut' | 'over'

/** A series of units. */
export interface Series {
  /** Its number, from 1. */
  series: number
  name: string
  status: SaleStatus
  /** Units that can ever be minted. */
  cap: bigint
  /** Units minted so far. */
  minted: bigint
  /** Days that one activation or renewal buys. */
  termDays: number
  /** Price of a unit in USD with 18 decimals. */
  priceUsd: bigint
  /** Price of one more term in USD with 18 decimals. */
  renewalPriceUsd: bigint
  /** Wei of OPEN that each activated unit earns over 365 days. */
  grantPerUnit: bigint
  /** Timestamp at which the sale opens. */
  saleStart: bigint
  /** Timestamp at which it closes, pauses included; undefined for no end. */
  saleEnd: bigint | undefined
  /** Timestamp at which a pause of the sale ends; undefined while there is none. */
  pausedUntil: bigint | undefined
  /** Units that one wallet can be sold; undefined for no limit. */
  walletLimit: bigint | undefined
  /** Share of a resale asked for, in basis points. */
  royaltyBps: number
  /** Hash of the published server specification. */
  specHash: Hex
}

/** `type(uint40).max`: no end. */
const NO_END = 2n ** 40n - 1n

/** What of the contracts says what a series is. */
export function seriesCalls(contracts: HomeContracts, series: number) {
  const args = [series] as const
  const sale = { address: contracts.xnodeSale, abi: xnodeSaleAbi } as const
  return [
    {
      address: contracts.xnodeOne,
      abi: xnodeOneAbi,
      functionName: 'getSeries',
      args,
    },
    { ...sale, functionName: 'saleEndOf', args },
    { ...sale, functionName: 'pausedUntil' },
  ] as const
}

/** Makes what `seriesCalls` return a Series. */
export function toSeries(
  series: number,
  now: bigint,
  found: {
    cap: number
    minted: number
    termDays: number
    royaltyBps: number
    walletLimit: number
    saleStart: number
    priceUsd: bigint
    renewalPriceUsd: bigint
    grantPerUnit: bigint
    specHash: Hex
    name: string
  },
  saleEnd: bigint,
  pausedUntil: bigint,
): Series {
  const { cap, minted, saleStart, walletLimit } = found
  const times = { start: BigInt(saleStart), end: saleEnd, pausedUntil }
  return {
    series,
    name: found.name,
    status: statusAt(now, times, cap === minted),
    cap: BigInt(cap),
    minted: BigInt(minted),
    termDays: found.termDays,
    priceUsd: found.priceUsd,
    renewalPriceUsd: found.renewalPriceUsd,
    grantPerUnit: found.grantPerUnit,
    saleStart: times.start,
    saleEnd: saleEnd >= NO_END ? undefined : saleEnd,
    pausedUntil: now < pausedUntil ? pausedUntil : undefined,
    walletLimit: walletLimit === 0 ? undefined : BigInt(walletLimit),
    royaltyBps: found.royaltyBps,
    specHash: found.specHash,
  }
}

function statusAt(
  now: bigint,
  { end, pausedUntil, start }: Record<'end' | 'pausedUntil' | 'start', bigint>,
  isSoldOut: boolean,
): SaleStatus {
  if (isSoldOut) return 'soldOut'
  if (now >= end) return 'over'
  if (now < start) return 'upcoming'
  return now < pausedUntil ? 'paused' : 'open'
}
