import { parseUnits } from 'viem'

/** What the price oracle believes of one asset. */
export type FeedPolicy = {
  /** Seconds after which Chainlink itself promises a new answer. */
  readonly heartbeat: number
  /** Seconds that an answer may be late: congestion, a slow oracle round. */
  readonly buffer: number
  /** Lowest price believed, USD with 18 decimals. */
  readonly minPrice: bigint
  /** Highest price believed, USD with 18 decimals. */
  readonly maxPrice: bigint
}

/** `maxAge` of the oracle contract, seconds. */
export const maxAge = ({ heartbeat, buffer }: FeedPolicy): number =>
  heartbeat + buffer

/** Policies of the assets that can be paid with at home. */
export const feeds = {
  ETH: {
    // Ethereum's ETH / USD feed: data.chain.link, heartbeat 1 h or 0.5 %.
    heartbeat: 3_600,
    // Own choice: an hour's answer may be late by a quarter of an hour.
    buffer: 900,
    // Own choice: a fifth of the low of June 2022 (about 880 USD). Below it, a
    // fault is likelier than a market.
    minPrice: parseUnits('175', 18),
    // Own choice: ten times the high of August 2025 (about 5,000 USD). Above
    // it, a buyer would get units for almost nothing.
    maxPrice: parseUnits('50000', 18),
  },
  USDC: {
    // Ethereum's USDC / USD feed: data.chain.link, heartbeat 24 h or 0.25 %.
    heartbeat: 86_400,
    // Own choice: as for ETH, four times as long because the feed is slower.
    buffer: 3_600,
    // The peg the sale insists on. Within it the feed's price counts, outside
    // it USDC is no dollar and is refused: March 2023 saw 0.88.
    minPrice: parseUnits('0.98', 18),
    maxPrice: parseUnits('1.02', 18),
  },
} as const satisfies Record<string, FeedPolicy>

/** Sequencer uptime feed policy of rollups; home has no sequencer. */
export const sequencer = {
  // Chainlink's own examples: prices need an hour to catch up.
  grace: 3_600,
} as const
