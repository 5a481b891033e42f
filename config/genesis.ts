/**
 * What leaves the allocation before hand-over, so that the DAO is born alive.
 *
 * Target (our own choice): delegable votes >= 3 x quorum, and five holders can
 * pass a proposal, a constitutional one included. Until a larger part of the
 * supply circulates the absolute floors of `config/governance.ts` decide. What
 * vests counts: a wallet votes for its beneficiary from the first day.
 *
 * The recipients are labels; a deployment maps each label to an address of its
 * chain. Amounts are those of the local network; a public chain replaces them
 * by signed lists.
 */

import { type AllocationKey, allocationRow, OPEN } from './allocation.ts'
import { series } from './xnode.ts'

const DAY = 86_400

/** A grant made from the allocation before genesis closes. */
export type GenesisGrant = {
  /** Who receives; the deployment knows the address. */
  readonly recipient: string
  /** Row of the public table that pays. */
  readonly row: AllocationKey
  /** Amount in wei. */
  readonly amount: bigint
  /** Why this row, and why this amount. */
  readonly reason: string
}

/** When a grant becomes its beneficiary's; see `VestingSchedule.sol`. */
export type Schedule = {
  /** Unix time, or the time at which the grant is made. */
  readonly start: number | 'genesis'
  /** Seconds after the start before which only the immediate part is due. */
  readonly cliff: number
  /** Seconds from the start until all is due. */
  readonly duration: number
  /** Equal steps; 0 vests by the second. */
  readonly steps: number
  /** Basis points due at the start. */
  readonly immediateBps: number
}

/** A grant in a vesting wallet, which votes for the recipient at once. */
export type GenesisVesting = GenesisGrant & {
  readonly schedule: Schedule
  /** Whether a vote may take back what is not vested. */
  readonly revocable: boolean
}

/** OPEN that a contract of ours gets before genesis closes. */
export type GenesisFunding = {
  /** Contract that receives. */
  readonly contract:
    | 'OpenTimelock'
    | 'RewardStream'
    | 'SyntheticRedemption'
    | 'XnodeRevenue'
  /** Row of the public table that pays. */
  readonly row: AllocationKey
  /** Amount in wei. */
  readonly amount: bigint
  /** Why. */
  readonly reason: string
}

/**
 * Seconds from the deployment of `SyntheticRedemption` to the start of the
 * redemption. Own choice: a fortnight in which holders of sOPEN can find the
 * contract, read it and approve; at most a year by its own code.
 */
export const REDEMPTION_LEAD = 14 * DAY

/** What our own contracts start with; none of it votes. */
export const GENESIS_FUNDING: readonly GenesisFunding[] = [
  {
    contract: 'RewardStream',
    row: 'node-rewards',
    amount: allocationRow('node-rewards').cap,
    reason: 'Validator rewards over 120 months, the whole row',
  },
  {
    contract: 'RewardStream',
    row: 'early-validator-bonus',
    amount: allocationRow('early-validator-bonus').cap,
    reason: 'Early validators over 18 months, the whole row',
  },
  {
    contract: 'OpenTimelock',
    row: 'governance',
    amount: 5_000_000n * OPEN,
    reason: 'Treasury: what the DAO can spend without touching a row',
  },
  {
    contract: 'SyntheticRedemption',
    row: 'cloud-initiative',
    amount: 10_000_000n * OPEN,
    reason:
      'sOPEN that sponsors of the Decentralized Cloud Initiative vested in 2024 and 2025; own choice of amount',
  },
  {
    contract: 'SyntheticRedemption',
    row: 'user-acquisition',
    amount: 50_000n * OPEN,
    reason:
      '200 sOPEN for each of 250 Xnode units, as Openmesh funded its vesting of units',
  },
  {
    contract: 'XnodeRevenue',
    row: 'user-acquisition',
    amount: series.reduce(
      (sum, { cap, grantPerUnit }) => sum + BigInt(cap) * grantPerUnit,
      0n,
    ),
    reason:
      'What every unit of the first series is paid after its activation; reserved when the series opens',
  },
]

/** The grants, in the order in which they are made. */
export const GENESIS_GRANTS: readonly GenesisGrant[] = [
  {
    recipient: 'contributors-guild',
    row: 'verified-contributors',
    amount: 16_000_000n * OPEN,
    reason: 'Retroactive rewards of verified contributors (OpenR&D)',
  },
  {
    recipient: 'node-operators',
    row: 'early-validator-rewards',
    amount: 14_000_000n * OPEN,
    reason: 'Early node validators, who stake at least 10,000 OPEN each',
  },
  {
    recipient: 'infrastructure-partner',
    row: 'resource-providers',
    amount: 5_000_000n * OPEN,
    reason: 'Hardware partner that serves the Xnodes of the first year',
  },
  {
    recipient: 'data-providers',
    row: 'data-providers',
    amount: 3_000_000n * OPEN,
    reason: 'Data providers and indexers of the first releases',
  },
  {
    recipient: 'community-fund',
    row: 'content',
    amount: 2_000_000n * OPEN,
    reason: 'Content and translations delivered before genesis',
  },
]

/** Team and advisors: 4 years with a cliff of 182 days (source: open-token). */
const TEAM_SCHEDULE: Schedule = {
  // The day Openmesh's own vesting of the team was deployed on Ethereum.
  start: Date.UTC(2024, 9, 10) / 1_000,
  cliff: 182 * DAY,
  duration: 4 * 365 * DAY,
  steps: 0,
  immediateBps: 0,
}

/** Sponsors: 365 days (source: the managers of the initiative's vesting). */
const SPONSOR_SCHEDULE: Schedule = {
  start: 'genesis',
  cliff: 0,
  duration: 365 * DAY,
  steps: 0,
  // Own choice: a tenth at once, so that sponsors can stake from the first day.
  immediateBps: 1_000,
}

/** The grants that vest, in the order in which they are made. */
export const GENESIS_VESTINGS: readonly GenesisVesting[] = [
  {
    recipient: 'core-team',
    row: 'team',
    amount: 20_000_000n * OPEN,
    reason: 'A tenth of the team row, for those who have built since 2020',
    schedule: TEAM_SCHEDULE,
    revocable: true,
  },
  {
    recipient: 'cloud-initiative',
    row: 'cloud-initiative',
    amount: 15_000_000n * OPEN,
    reason: 'Sponsors of the Decentralized Cloud Initiative, first year',
    schedule: SPONSOR_SCHEDULE,
    revocable: false,
  },
  {
    recipient: 'expansion-sponsors',
    row: 'fundraising',
    amount: 15_000_000n * OPEN,
    reason: 'Sponsors of the Openmesh Expansion Program, first year',
    schedule: SPONSOR_SCHEDULE,
    revocable: false,
  },
]

/** Labels of everybody genesis pays. */
export const GENESIS_RECIPIENTS: readonly string[] = [
  ...new Set(
    [...GENESIS_GRANTS, ...GENESIS_VESTINGS].map(({ recipient }) => recipient),
  ),
]
