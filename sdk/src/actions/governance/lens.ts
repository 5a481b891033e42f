import {
  type Address,
  type ContractFunctionReturnType,
  zeroAddress,
} from 'viem'
import type { governanceLensAbi } from '../../../../typechain-types/index.ts'
import { proposalStates } from '../../errors/states.ts'
import { nameOf } from '../../internal/name.ts'
import { type ProposalClass, proposalClasses } from './proposal.ts'

/** Where a proposal is in its life. */
export type ProposalState = (typeof proposalStates)[number]

/** Weights in wei of OPEN. */
export interface Weights {
  against: bigint
  for: bigint
  abstain: bigint
}

/** In the order of the contract's numbers. */
const zeroReasons = [
  undefined,
  'holdsNothing',
  'notDelegated',
  'delegatedAway',
  'notSettled',
  'afterSnapshot',
] as const

/** Why an account has no votes. */
export type ZeroReason = NonNullable<(typeof zeroReasons)[number]>

/** A proposal as it stands, and an account's part in it. */
export interface ProposalDetails {
  proposalId: bigint
  state: ProposalState
  class: ProposalClass
  proposer: Proposer
  schedule: Schedule
  tally: Tally
  /** Who could cancel it now; the council may still be bound by what passed. */
  cancellableBy: ('proposer' | 'council' | 'anybody')[]
  /** The part of the account asked for; undefined if none was. */
  voter: Voter | undefined
}

/** Who proposed, and whether it could still. */
export interface Proposer {
  account: Address
  /** Votes at present, in wei of OPEN. */
  votes: bigint
  /** Votes that a proposer needs at present, in wei of OPEN. */
  threshold: bigint
  holdsThreshold: boolean
}

/** Timestamps of a proposal's life. */
export interface Schedule {
  /** Votes are those of this moment, and voting begins. */
  snapshot: bigint
  /** Voting ends. */
  deadline: bigint
  /** Where voting would have ended without late swings. */
  originalDeadline: bigint
  /** How far late swings can still move the deadline. */
  latestDeadline: bigint
  /** From when it can be executed; undefined until it is queued. */
  eta: bigint | undefined
  /** Until when the approval can be used; undefined in other states. */
  approvalExpiry: bigint | undefined
}

/** How the vote stands, in wei of OPEN. */
export interface Tally {
  votes: Weights
  /** For and abstain votes it needs; until the snapshot what it would be now. */
  quorum: bigint
  /** For votes must be more than this. */
  forBar: bigint
  isQuorumFixed: boolean
  /** Whether it would succeed if the vote ended now. */
  isPassing: boolean
}

/** An account's part in a proposal, in wei of OPEN. */
export interface Voter {
  account: Address
  /** Votes at the snapshot; until then what they would be now. */
  votes: bigint
  /** Votes at present. */
  votesNow: bigint
  /** Who votes with the account's own OPEN; undefined for nobody. */
  delegatee: Address | undefined
  ballot: Weights
  /** For the next signed ballot. */
  nonce: bigint
  /** Why `votes` is zero; undefined when it is not. */
  whyZero: ZeroReason | undefined
}

type Answer = ContractFunctionReturnType<
  typeof governanceLensAbi,
  'view',
  'getProposal'
>

/** @returns The proposal; undefined for an id that the governor does not know. */
export function toDetails(answer: Answer): ProposalDetails | undefined {
  if (!answer.exists) return undefined
  const { proposalId, proposerVotes, schedule, tally, threshold } = answer
  const { cancelling } = answer
  const cancellableBy: ProposalDetails['cancellableBy'] = []
  if (cancelling.byProposer) cancellableBy.push('proposer')
  if (cancelling.byCouncil) cancellableBy.push('council')
  if (cancelling.byAnybody) cancellableBy.push('anybody')
  return {
    proposalId,
    state: nameOf(proposalStates, answer.state),
    class: nameOf(proposalClasses, answer.class),
    proposer: {
      account: answer.proposer,
      votes: proposerVotes,
      threshold,
      holdsThreshold: proposerVotes >= threshold,
    },
    schedule: {
      ...schedule,
      eta: someOf(schedule.eta),
      approvalExpiry: someOf(schedule.approvalExpiry),
    },
    tally: {
      votes: toWeights(tally),
      quorum: tally.quorum,
      forBar: tally.forBar,
      isQuorumFixed: tally.isQuorumFixed,
      isPassing: tally.isPassing,
    },
    cancellableBy,
    voter: toVoter(answer.voter),
  }
}

/** @param number The contract's number of the reason. */
export function toZeroReason(number: number): ZeroReason | undefined {
  if (number === 0) return undefined
  return nameOf(zeroReasons as readonly ZeroReason[], number)
}

/** Zero stands for nobody. */
export function somebody(account: Address): Address | undefined {
  return account === zeroAddress ? undefined : account
}

/** The contract's three weights. */
export function toWeights(weights: {
  againstVotes: bigint
  forVotes: bigint
  abstainVotes: bigint
}): Weights {
  const { abstainVotes, againstVotes, forVotes } = weights
  return { against: againstVotes, for: forVotes, abstain: abstainVotes }
}

function toVoter(voter: Answer['voter']): Voter | undefined {
  if (voter.account === zeroAddress) return undefined
  const { account, delegatee, nonce, votes, votesNow, whyZero } = voter
  return {
    account,
    votes,
    votesNow,
    delegatee: somebody(delegatee),
    ballot: toWeights(voter),
    nonce,
    whyZero: toZeroReason(whyZero),
  }
}

function someOf(timestamp: bigint): bigint | undefined {
  return timestamp === 0n ? undefined : timestamp
}
