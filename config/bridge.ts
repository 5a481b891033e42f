import { OPEN } from './allocation.ts'
import type { ChainName } from './chains.ts'

/** A token bucket of CCIP's pools. */
export interface RateLimit {
  readonly isEnabled: boolean
  /** Wei of OPEN that can pass at once. */
  readonly capacity: bigint
  /** Wei of OPEN per second by which it refills. */
  readonly rate: bigint
}

const DAY = 86_400n

/**
 * What may leave over one lane. Own choice: 0.5 % of the supply at once, the
 * same again over a day, so that a broken lane costs at most 1 % on its first
 * day, before anybody has answered.
 */
const outboundCapacity = 5_000_000n * OPEN

/**
 * A message that finds the inbound bucket empty fails at its destination, so
 * inbound lies above what the other end lets out. Chainlink's comment in
 * TokenPool asks for 5 to 10 %.
 */
const inboundMarginBps = 750n

const limit = (capacity: bigint): RateLimit => ({
  isEnabled: true,
  capacity,
  rate: capacity / DAY,
})

/** Limits of every lane, both ways; they are the same at both ends. */
export const laneLimits = {
  outbound: limit(outboundCapacity),
  inbound: limit(
    outboundCapacity + (outboundCapacity * inboundMarginBps) / 10_000n,
  ),
} as const

/** The guardian's brake on lanes; bounds are fixed in LaneGuard. */
export const laneGuardian = {
  /**
   * Seconds of its first term, the longest there is: like the council's, a vote
   * renews it. Own choice.
   */
  term: 365 * 86_400,
} as const

/**
 * Wei of OPEN that a spoke's pool may mint on one day: the token's own lock,
 * behind the pool's. Own choice: twice the inbound bucket, which passes a full
 * bucket and one day of refill, and stays inside the token's bound of 2e25.
 */
export const dailyMintBudget = 2n * laneLimits.inbound.capacity

/**
 * Gas that a delivery takes at most, both balance checks included: the highest
 * row of `delivery` in `npm run bench`.
 */
export const measuredDeliveryGas = 88_859

/**
 * Gas that CCIP grants a delivery. Its default; a token gets another one only
 * from Chainlink, as `destGasOverhead`.
 */
export const grantedDeliveryGas = 90_000

/** What inbound lies above the other end's outbound at least. */
export const minInboundMarginBps = 500n

/** The road between home and one spoke, as it ought to be at both ends. */
export interface LaneConfig {
  readonly home: ChainName
  readonly spoke: ChainName
  readonly outbound: RateLimit
  readonly inbound: RateLimit
  /** Wei of OPEN that the spoke's pool may mint on one day. */
  readonly mintBudget: bigint
  /** Gas for a delivery at either end. */
  readonly deliveryGas: { readonly measured: number; readonly granted: number }
}

const laneBetween = (home: ChainName, spoke: ChainName): LaneConfig => ({
  home,
  spoke,
  ...laneLimits,
  mintBudget: dailyMintBudget,
  deliveryGas: { measured: measuredDeliveryGas, granted: grantedDeliveryGas },
})

/**
 * Every lane. From home to each spoke and never between spokes: home pays out
 * to a chain what it locked for that chain, which a detour would not pass.
 */
export const lanes: readonly LaneConfig[] = [
  laneBetween('home', 'spoke'),
  laneBetween('home', 'spokeTwo'),
  laneBetween('sepolia', 'baseSepolia'),
  laneBetween('ethereum', 'base'),
  laneBetween('ethereum', 'arbitrum'),
  laneBetween('ethereum', 'optimism'),
  laneBetween('ethereum', 'polygon'),
]
