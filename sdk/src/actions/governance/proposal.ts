import { type Address, type Hex, keccak256, stringToBytes } from 'viem'

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

/** In the order of the contract's numbers. */
export const proposalClasses = ['standard', 'constitutional'] as const

/** Which majority a proposal needs; fixed when it is proposed. */
export type ProposalClass = (typeof proposalClasses)[number]

/** The governor's three lists. */
export function toLists(actions: readonly ProposalAction[]) {
  return [
    actions.map(({ to }) => to),
    actions.map(({ value = 0n }) => value),
    actions.map(({ data = '0x' }) => data),
  ] as const
}

/** The arguments of `queue` and `execute`. */
export function toArguments({ actions, description }: ProposalContent) {
  return [...toLists(actions), keccak256(stringToBytes(description))] as const
}
