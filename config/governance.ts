/**
 * Governance: start values, each with its unit and its reason. The limits that
 * later votes cannot leave are written in `contracts/governance/extensions`.
 * "own choice" marks what has no source outside this repository.
 */

import { type Address, getAddress, keccak256, slice, stringToHex } from 'viem'
import { OPEN } from './allocation.ts'

const HOUR = 3_600
const DAY = 24 * HOUR
const ETHER = 10n ** 18n
const USDC = 10n ** 6n

/**
 * Delegate of every contract that holds OPEN for nobody in particular; the same
 * as in `contracts/common/Excluded.sol`.
 */
export const excluded: Address = getAddress(
  slice(keccak256(stringToHex('openmesh.votes.excluded')), 12),
)

/** Constructor parameters of `OpenGovernor`. Seconds, OPEN wei, basis points. */
export const governor = {
  /**
   * Seconds. Late delegators can still join before the snapshot; Anticapture
   * asks for more than 2 days.
   */
  votingDelay: 3 * DAY,
  /** Seconds. A weekend never hides a vote; Anticapture asks for 7 days. */
  votingPeriod: 7 * DAY,
  /**
   * Seconds. A flip of the outcome this close to the end leaves the same time
   * to answer, at most twice in all (+4 days). Own choice.
   */
  swingWindow: 2 * DAY,
  /**
   * Seconds an approval stays usable, to queue and then to execute. Compound's
   * grace period.
   */
  gracePeriod: 14 * DAY,
  /** OPEN wei, 0.1 % of the supply: dear for spam, cheap for a group. */
  proposalThreshold: 1_000_000n * OPEN,
  /** Basis points of (supply - excluded votes): 4 %, as most of its peers. */
  quorumNumerator: 400n,
  /** Basis points of (supply - excluded votes): 10 %. Own choice. */
  constitutionalQuorumNumerator: 1_000n,
  /**
   * OPEN wei, 1 % of the supply: while few tokens are out, a fraction of them
   * would be too cheap to buy. Own choice.
   */
  quorumFloor: 10_000_000n * OPEN,
  /** OPEN wei, 3 % of the supply, for the same reason. Own choice. */
  constitutionalQuorumFloor: 30_000_000n * OPEN,
} as const

/** The council that may cancel proposals, see `CouncilGuard`. */
export const council = {
  /**
   * Seconds of its first term, the longest there is. A vote renews it; a council
   * that nobody renews has no power left.
   */
  term: 365 * DAY,
} as const

/**
 * What `VoteRelay` refunds at first; the timelock moves these inside the bounds
 * of its code. Own choice.
 */
export const voteRelay = {
  /** OPEN wei an item must move, so that dust cannot empty the pot. */
  minVotes: 1_000n * OPEN,
  /** Wei for the ballots of one proposal: about 2,500 votes at 5 gwei. */
  proposalCap: ETHER,
  /** Wei per UTC day. */
  dayCap: ETHER / 2n,
  /** Wei that the deployer puts into an empty pot: one day's refunds. */
  firstPot: ETHER / 2n,
} as const

/** Constructor parameters of `OpenTimelock` after hand-over. */
export const timelock = {
  /**
   * Seconds between queue and execution: exit time for users and reaction time
   * for the council. 0 only while the deployment is wired.
   */
  minDelay: 3 * DAY,
} as const

/**
 * First entries of `StandardActions`: what a 4 % quorum may do. Everything else
 * is constitutional. Caps hold per proposal and over any 30 days, own choice.
 */
export const standardActions = {
  /** Nothing of these can ever be listed, nor of governor, timelock and list. */
  never: ['TokenAllocation', 'CouncilGuard'],
  /** Wei of plain ETH from the timelock. */
  ether: 50n * ETHER,
  /** OPEN wei from the timelock: 0.5 % of the supply. */
  open: 5_000_000n * OPEN,
  /** USDC units from the timelock, about what `ether` is worth. */
  usdc: 150_000n * USDC,
  /**
   * Setters of XnodeOne, each bounded in its own code. Not the prices: at their
   * lower bound a standard vote could buy out a series, grants of OPEN included,
   * for far more than the caps above.
   */
  seriesSetters: [
    'setSaleWindow(uint16,uint40,uint40)',
    'setWalletLimit(uint16,uint32)',
    'setRoyalty(uint16,uint16)',
  ],
} as const
