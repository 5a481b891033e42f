/**
 * What leaves the allocation before hand-over, so that the DAO is born alive.
 *
 * Target (our own choice): delegable votes >= 3 x quorum, and five holders can
 * pass a proposal, a constitutional one included. Until a larger part of the
 * supply circulates the absolute floors of `config/governance.ts` decide.
 *
 * The recipients are labels; a deployment maps each label to an address of its
 * chain. Amounts are those of the local network; a public chain replaces them
 * by signed lists.
 */

import { type AllocationKey, allocationRow, OPEN } from './allocation.ts'

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

/** OPEN that a contract of ours gets before genesis closes. */
export type GenesisFunding = {
  /** Contract that receives. */
  readonly contract: 'OpenTimelock' | 'RewardStream'
  /** Row of the public table that pays. */
  readonly row: AllocationKey
  /** Amount in wei. */
  readonly amount: bigint
  /** Why. */
  readonly reason: string
}

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
]

/** The grants, in the order in which they are made. */
export const GENESIS_GRANTS: readonly GenesisGrant[] = [
  {
    recipient: 'core-team',
    row: 'team',
    amount: 20_000_000n * OPEN,
    reason: 'Part of the team row earned since 2020 and past its 182-day cliff',
  },
  {
    recipient: 'contributors-guild',
    row: 'verified-contributors',
    amount: 16_000_000n * OPEN,
    reason: 'Retroactive rewards of verified contributors (OpenR&D)',
  },
  {
    recipient: 'cloud-initiative',
    row: 'cloud-initiative',
    amount: 15_000_000n * OPEN,
    reason: 'Sponsors of the Decentralized Cloud Initiative, first year',
  },
  {
    recipient: 'expansion-sponsors',
    row: 'fundraising',
    amount: 15_000_000n * OPEN,
    reason: 'Sponsors of the Openmesh Expansion Program, first year',
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
