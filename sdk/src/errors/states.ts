/** Of a proposal, in the order of the governor's numbers. */
export const proposalStates = [
  'pending',
  'active',
  'canceled',
  'defeated',
  'succeeded',
  'queued',
  'expired',
  'executed',
] as const

/** Of an operation, in the order of the timelock's numbers. */
const operationStates = ['unset', 'waiting', 'ready', 'done'] as const

/** Errors that say in numbers which states they know. */
const statesOf: Readonly<Record<string, readonly string[]>> = {
  GovernorUnexpectedProposalState: proposalStates,
  TimelockUnexpectedOperationState: operationStates,
}

/**
 * Names the states of an error's value.
 *
 * @param errorName Name of the error.
 * @param input Name of the value.
 * @param value A state's number, or a word with a bit for each state.
 * @returns The names; undefined for any other value.
 */
export function stateNames(
  errorName: string,
  input: string | undefined,
  value: unknown,
): string | undefined {
  const states = statesOf[errorName]
  if (input === 'current') return states?.[Number(value)]
  if (input !== 'expectedStates') return undefined
  const word = BigInt(String(value))
  const named = states?.filter((_, bit) => (word >> BigInt(bit)) % 2n === 1n)
  return named?.join(' or ') || 'none'
}
