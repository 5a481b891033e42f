import { type Address, encodePacked, type Hex } from 'viem'
import type { Weights } from './lens.ts'

/** How to vote: with everything one way, or split. */
export type Support = 'against' | 'for' | 'abstain' | Weights

const numbers = { against: 0, for: 1, abstain: 2, split: 255 } as const

/** The governor's number and parameters of a support. */
export function toSupport(support: Support): [number: number, params: Hex] {
  if (typeof support === 'string') return [numbers[support], '0x']
  const { abstain, against, for: inFavour } = support
  const params = encodePacked(
    ['uint128', 'uint128', 'uint128'],
    [against, inFavour, abstain],
  )
  return [numbers.split, params]
}

/** A vote that its voter signed, for anybody to send. */
export interface SignedVote {
  kind: 'vote'
  voter: Address
  proposalId: bigint
  support: Support
  reason: string
  signature: Hex
}

/** A change of vote that its voter signed, for anybody to send. */
export interface SignedChange extends Omit<SignedVote, 'kind'> {
  kind: 'change'
  /** Last timestamp at which it is accepted. */
  deadline: bigint
}

/** A delegation that its delegator signed, for anybody to send. */
export interface SignedDelegation {
  kind: 'delegation'
  delegator: Address
  /** Who votes; zero for nobody. */
  delegatee: Address
  nonce: bigint
  /** Last timestamp at which it is accepted. */
  expiry: bigint
  signature: Hex
}

/** What `relayVotes` sends. */
export type SignedBallot = SignedVote | SignedChange | SignedDelegation
