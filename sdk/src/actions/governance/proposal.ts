import { type Address, type Hex, isHex, keccak256, stringToBytes } from 'viem'
import { invalidData } from '../../errors/sdkErrors.ts'

/**
 * One step of a proposal, done by the timelock. The `call` of any action is
 * one.
 */
export interface ProposalAction {
  to: Address
  data?: Hex | undefined
  /** Wei that the timelock sends along. */
  value?: bigint | undefined
}

/** What a proposal's id is the hash of: every step has to repeat it to the letter. */
export interface ProposalContent {
  actions: readonly ProposalAction[]
  description: string
}

const PROPOSER_MARK = '#proposer='

/** The governor reads a mark at the end alone; text that only speaks of one is none. */
const MARKED = /#proposer=0x[\da-f]{40}$/i

/**
 * Marks a description as one proposer's own, which OpenZeppelin's governor
 * enforces: nobody can copy a waiting proposal, become its proposer and cancel
 * it.
 *
 * @param description What the proposal says; left as it is when it ends with a
 * mark.
 * @param proposer Who proposes.
 * @returns The description that goes on chain, and into the proposal's id.
 *
 * @example
 * const marked = markProposer('# Pay for the audit', account)
 */
export function markProposer(description: string, proposer: Address): string {
  return MARKED.test(description)
    ? description
    : `${description}${PROPOSER_MARK}${proposer.toLowerCase()}`
}

/** In the order of the contract's numbers. */
export const proposalClasses = ['standard', 'constitutional'] as const

/** Which majority a proposal needs; fixed when it is proposed. */
export type ProposalClass = (typeof proposalClasses)[number]

/**
 * The governor's three lists.
 *
 * @throws OpenmeshError `InvalidArguments` for data that are no whole bytes:
 * they would be padded to other ones.
 */
export function toLists(actions: readonly ProposalAction[]) {
  for (const [index, { data = '0x' }] of actions.entries())
    if (!isHex(data) || data.length % 2 !== 0) throw invalidData(index, data)
  return [
    actions.map(({ to }) => to),
    actions.map(({ value = 0n }) => value),
    actions.map(({ data = '0x' }) => data),
  ] as const
}

/** The arguments of `queue`, `execute` and `cancel`. */
export function toArguments({ actions, description }: ProposalContent) {
  return [...toLists(actions), keccak256(stringToBytes(description))] as const
}
