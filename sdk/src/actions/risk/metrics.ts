import { formatEther, isAddressEqual, zeroAddress } from 'viem'
import type { Governance } from './readGovernance.ts'

/** `unknown` where the chain cannot tell. */
export type RiskLevel = 'low' | 'medium' | 'high' | 'unknown'

/** One metric of the framework. */
export interface RiskMetric {
  name: string
  level: RiskLevel
  /** Whether it follows from the contracts and their settings. */
  contractLevel: boolean
  /** What was found. */
  figure: string
  /** What it takes to be low. */
  threshold: string
}

type Metric = (governance: Governance) => RiskMetric

const DAY = 86_400n
const BPS = 10_000n
/** Of L2Beat for a security council: members, and share of them that must agree. */
const COUNCIL_MEMBERS = 8
const COUNCIL_SHARE = 0.75

/**
 * The 16 metrics in the framework's order, with its own boundaries: blockful,
 * https://blockful.gitbook.io/anticapture/anticapture/framework
 *
 * @param governance What was read.
 * @returns The scores.
 */
export function metrics(governance: Governance): RiskMetric[] {
  return all.map((metric) => metric(governance))
}

const proposalFlashLoan: Metric = (g) => ({
  name: 'proposalFlashLoanProtection',
  contractLevel: true,
  level: g.isReleased && g.hidesPresentVotes ? 'low' : 'high',
  figure: said(g, `votes of the second before; OPEN ${presentVotes(g)}`),
  threshold: 'tokens of the same block do not count for proposing',
})

const votingFlashLoan: Metric = (g) => ({
  name: 'votingFlashLoanProtection',
  contractLevel: true,
  level:
    g.isReleased && g.hidesPresentVotes && g.votingDelay > 0n ? 'low' : 'high',
  figure: said(
    g,
    `votes of a snapshot ${g.votingDelay} s after the proposal; OPEN ${presentVotes(g)}`,
  ),
  threshold: 'tokens of the same block do not count for voting',
})

const timelockDelay: Metric = (g) => ({
  name: 'timelockDelay',
  contractLevel: true,
  level: g.minDelay > DAY ? 'low' : g.minDelay > 0n ? 'medium' : 'high',
  figure: `${g.minDelay} s`,
  threshold: `more than ${DAY} s`,
})

const votingDelay: Metric = (g) => {
  const isLong = g.votingDelay > 2n * DAY
  const office = isInOffice(g)
  return {
    name: 'votingDelay',
    contractLevel: true,
    level: isLong ? (office ? 'low' : 'medium') : 'high',
    figure: `${g.votingDelay} s; plan: docs/runbooks/malicious-proposal.md, a council ${office ? 'in office' : 'out of office'}`,
    threshold: `more than ${2n * DAY} s, and a plan with somebody to carry it out`,
  }
}

const proposalThreshold: Metric = ({ threshold, votingSupply }) => {
  const bps = votingSupply === 0n ? BPS : (threshold * BPS) / votingSupply
  return {
    name: 'proposalThreshold',
    contractLevel: true,
    level: bps >= 100n ? 'low' : bps >= 50n ? 'medium' : 'high',
    figure: `${formatEther(threshold)} OPEN, ${percent(bps)} of the ${formatEther(votingSupply)} OPEN that could be on a market`,
    threshold: 'at least 1 % of the market supply',
  }
}

const vetoStrategy: Metric = (g) => ({
  name: 'vetoStrategy',
  contractLevel: true,
  level:
    isAddressEqual(g.council.timelock, g.timelock) && isInOffice(g)
      ? 'low'
      : 'high',
  figure: isInOffice(g)
    ? `a council cancels until ${date(g.council.expiry)}; ${isAddressEqual(g.council.timelock, g.timelock) ? 'only a vote renews, replaces or dismisses it' : `${g.council.timelock} appoints it`}`
    : 'nobody vetoes: the council is dismissed or its term is over',
  threshold: 'a veto that the DAO manages',
})

const proposerRetention: Metric = (g) => ({
  name: 'proposerRetention',
  contractLevel: true,
  level: g.isReleased ? 'low' : 'high',
  figure: said(
    g,
    `anybody cancels once the proposer was below ${formatEther(g.threshold)} OPEN for an hour`,
  ),
  threshold: 'a proposal can be cancelled once its proposer lost the threshold',
})

const votingPeriod: Metric = ({ votingPeriod: seconds }) => ({
  name: 'votingPeriod',
  contractLevel: true,
  level: seconds >= 7n * DAY ? 'low' : seconds > 3n * DAY ? 'medium' : 'high',
  figure: `${seconds} s`,
  threshold: `at least ${7n * DAY} s`,
})

const voteMutability: Metric = (g) => ({
  name: 'voteMutability',
  contractLevel: true,
  level: g.isReleased ? 'low' : 'medium',
  figure: said(g, 'changeVote and changeVoteBySig, until the vote ends'),
  threshold: 'voters can change their vote',
})

const votingSubsidy: Metric = ({ relay }) => {
  const pays =
    relay.isReleased &&
    relay.pot > 0n &&
    relay.proposalCap > 0n &&
    relay.dayCap > 0n
  return {
    name: 'votingSubsidy',
    contractLevel: true,
    level: pays ? 'low' : 'high',
    figure: `a pot of ${formatEther(relay.pot)} ETH refunds relayers, up to ${formatEther(relay.proposalCap)} ETH per proposal and ${formatEther(relay.dayCap)} ETH per day`,
    threshold: 'votes without gas for the voter are paid for',
  }
}

const spamResistance: Metric = (g) => ({
  name: 'spamResistance',
  contractLevel: true,
  level: g.isReleased ? 'low' : 'high',
  figure: said(g, 'one pending or active proposal per proposer'),
  threshold: 'a limit of proposals per address',
})

const auditedContracts: Metric = () => ({
  name: 'auditedContracts',
  contractLevel: false,
  level: 'unknown',
  figure: 'not on the chain; SECURITY.md says what was audited',
  threshold: 'audited, with a public report',
})

const interfaceResilience: Metric = () => ({
  name: 'interfaceResilience',
  contractLevel: false,
  level: 'unknown',
  figure: 'not on the chain; depends on who hosts an interface',
  threshold: 'domains of the DAO and of third parties are protected',
})

const extractableValue: Metric = ({ treasury, votingSupply }) => ({
  name: 'extractableTreasuryValue',
  contractLevel: false,
  level: 'unknown',
  figure: `${formatEther(treasury)} ETH in the treasury besides tokens; ${formatEther(votingSupply / 2n)} OPEN are half of what can vote; no price on the chain`,
  threshold:
    'half of the active voting power costs more than the treasury holds besides OPEN',
})

const securityCouncil: Metric = (g) => {
  const { safe } = g.council
  const isStrong =
    safe !== undefined &&
    safe.owners >= COUNCIL_MEMBERS &&
    safe.threshold >= COUNCIL_SHARE * safe.owners
  return {
    name: 'securityCouncil',
    contractLevel: false,
    // Whether its members are known and independent no chain tells.
    level: isStrong ? 'unknown' : 'high',
    figure: isInOffice(g)
      ? safe === undefined
        ? `${g.council.address}, which is no Safe`
        : `a Safe, ${safe.threshold} of ${safe.owners}`
      : 'none in office',
    threshold: `at least ${COUNCIL_MEMBERS} members of whom ${COUNCIL_SHARE * 100} % must agree, known, half of them from outside`,
  }
}

const timelockAdmin: Metric = ({ governor, timelock, timelockRoles }) => {
  const others = timelockRoles.filter(
    ({ role, holder }) =>
      !isAddressEqual(
        holder,
        role === 'DEFAULT_ADMIN_ROLE' ? timelock : governor,
      ),
  )
  const duties = ['PROPOSER_ROLE', 'EXECUTOR_ROLE', 'CANCELLER_ROLE']
  const isComplete = duties.every((duty) =>
    timelockRoles.some(({ role }) => role === duty),
  )
  return {
    name: 'timelockAdmin',
    contractLevel: true,
    level: others.length === 0 && isComplete ? 'low' : 'high',
    figure:
      others.length > 0
        ? others.map(({ role, holder }) => `${holder} has ${role}`).join('; ')
        : isComplete
          ? 'its own administrator; the governor alone proposes, cancels and executes'
          : 'a role nobody has',
    threshold: 'controlled by the DAO alone',
  }
}

const all: readonly Metric[] = [
  proposalFlashLoan,
  votingFlashLoan,
  timelockDelay,
  votingDelay,
  proposalThreshold,
  vetoStrategy,
  proposerRetention,
  votingPeriod,
  voteMutability,
  votingSubsidy,
  spamResistance,
  auditedContracts,
  interfaceResilience,
  extractableValue,
  securityCouncil,
  timelockAdmin,
]

function isInOffice({ council, now }: Governance): boolean {
  return council.address !== zeroAddress && council.expiry >= now
}

/** What the release does, which says nothing about other code. */
function said({ isReleased }: Governance, figure: string): string {
  return isReleased ? figure : 'the governor is not that of this release'
}

function presentVotes({ hidesPresentVotes }: Governance): string {
  return hidesPresentVotes ? 'tells no present ones' : 'tells present ones'
}

function percent(bps: bigint): string {
  return `${Number(bps) / 100} %`
}

function date(timestamp: bigint): string {
  return new Date(Number(timestamp) * 1_000).toISOString().slice(0, 10)
}
