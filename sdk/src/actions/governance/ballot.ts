import { type Address, encodePacked, type Hex, maxUint128 } from 'viem'
import { invalidSupport } from '../../errors/sdkErrors.ts'
import { checkPositive } from '../../internal/check.ts'
import type { Weights } from './lens.ts'

/** How to vote: with everything one way, or split. */
export type Support = 'against' | 'for' | 'abstain' | Weights

const numbers = { against: 0, for: 1, abstain: 2 } as const
const SPLIT = 255

/**
 * The governor's number and parameters of a support.
 *
 * @throws OpenmeshError `InvalidArguments` for what is no way to vote.
 */
export function toSupport(support: Support): [number: number, params: Hex] {
  if (typeof support === 'string') {
    if (!Object.hasOwn(numbers, support)) throw invalidSupport(support)
    return [numbers[support], '0x']
  }
  if (!isSplit(support)) throw invalidSupport(support)
  const { abstain, against, for: inFavour } = support
  const params = encodePacked(
    ['uint128', 'uint128', 'uint128'],
    [against, inFavour, abstain],
  )
  return [SPLIT, params]
}

/**
 * A first vote of nothing would cost gas and leave no ballot.
 *
 * @throws OpenmeshError `AmountTooSmall` for a split without weight.
 */
export function checkWeight(support: Support): void {
  if (!isSplit(support)) return
  const { abstain, against, for: inFavour } = support
  checkPositive('The sum of the weights', against + inFavour + abstain)
}

function isSplit(support: unknown): support is Weights {
  if (typeof support !== 'object' || support === null) return false
  const { abstain, against, for: inFavour } = support as Partial<Weights>
  return [abstain, against, inFavour].every(
    (weight) =>
      typeof weight === 'bigint' && weight >= 0n && weight <= maxUint128,
  )
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
