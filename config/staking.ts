import { parseEther } from 'viem'

/**
 * Settings the staking core starts with. A vote changes them inside bounds
 * written in the code, 15 days after it proposed the change there.
 */
export const settings = {
  // OPEN of the operator's own, in wei. Public figure: Openmesh's proof of
  // stake asks for 10,000 OPEN. Bounds 1,000 to 100,000.
  minSelfStake: parseEther('10000'),
  // Delegated stake per own stake. Own choice, between the 10 of Avalanche and
  // no limit: 5 % for a fault is then about the whole of the own stake.
  // Bounds 5 to 50.
  delegationCap: 20,
  // Validators in the set. Own choice: the largest set whose signatures cost
  // about 0.7 M gas a day at home (67 of 100 sign). Bounds 21 to 255.
  setLimit: 100,
  // Basis points of a slash for its reporter, out of the operator's own stake.
  // Own choice: pays for the gas; high enough cuts invite self-reports.
  // At most 500.
  reporterBps: 500,
  // Basis points of the rest that are burned at once. Own choice: none, the
  // slash vault keeps all until a vote burns or uses it; that saves two
  // checkpoints in every settlement. At most 10,000.
  burnBps: 0,
  // Basis points of all principal that the slashes of one epoch take at most.
  // Own choice, after Chainlink's slashing capacity: what a broken
  // Accountability could do at worst. Bounds 100 to 1,000.
  budgetBps: 1_000,
} as const

/** Fixed in the contracts; here for readers. */
export const fixed = {
  /** Seconds of a round, a UTC day counted from 1970: one attestation. */
  round: 86_400,
  /** Rounds of an epoch: the buckets in which stake leaves. */
  roundsPerEpoch: 7,
  /** Epochs an exit waits beyond its own: 7 to 14 days. */
  unbondingEpochs: 1,
  /** Seconds settings wait in the core: one day more than the longest exit. */
  settingsDelay: 15 * 86_400,
  /** Smallest position in wei: it bounds the arithmetic of rewards. */
  minPosition: parseEther('1'),
  /** Stake in wei below which the stream waits. */
  minActive: parseEther('1000'),
  /** Most commission in basis points; own choice, as BNB Chain's. */
  maxCommissionBps: 5_000,
  /** Most a commission rises at once; as Espresso's 5 % points per 7 days. */
  maxCommissionRiseBps: 500,
  /** What equivocation costs, of all bonded in its epoch; as Cosmos. */
  equivocationBps: 500,
  /** Rounds after a round in which it can be certified: submitters are late. */
  submissionRounds: 2,
  /** Rounds more for signatures left out: whoever is hidden has a day. */
  graceRounds: 1,
  /** Most rounds that count towards absence; as BNB Chain and Cosmos, a window. */
  downtimeWindow: 32,
  /** Absences of these that are forgiven: half. */
  downtimeMisses: 16,
  /** Closed rounds among which those that count are looked for: bounds gas. */
  downtimeLookback: 64,
  /** What absence costs within probation; the term grows as Autonity's. */
  downtimeBps: 10,
  /** Seconds of a first jail; the square of the offences times as long. */
  downtimeTerm: 7 * 86_400,
  /** Seconds of the longest jail. */
  longestTerm: 224 * 86_400,
  /** Seconds after a release in which absence costs, and an offence fades. */
  probation: 90 * 86_400,
} as const

/** Emission, fixed in RewardStream. A month is a twelfth of 365.25 days. */
export const stream = {
  month: 2_629_800,
  // Public figures of Openmesh's model: 20 % of the supply for validators over
  // 120 months, 2 % for early validators over 18.
  main: { total: parseEther('200000000'), months: 120 },
  early: { total: parseEther('20000000'), months: 18 },
  /** Seconds by which the next month may be sent early. */
  lead: 86_400,
} as const
