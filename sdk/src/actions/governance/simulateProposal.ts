import { getAddress, isAddress, size } from 'viem'
import { getBalance, getCode } from 'viem/actions'
import { expectedError } from '../../errors/decode.ts'
import type {
  ActionErrorType,
  OpenmeshError,
} from '../../errors/OpenmeshError.ts'
import { invalidAddress } from '../../errors/sdkErrors.ts'
import { checkChain, checkPositive } from '../../internal/check.ts'
import type {
  ActionParameters,
  HomeContracts,
  ReadClient,
} from '../../types.ts'
import {
  type DecodedCall,
  decodeCall,
  type Target,
  targetsOf,
} from './knownCalls.ts'
import type { ProposalAction, ProposalClass } from './proposal.ts'
import { type Rehearsal, rehearse } from './rehearse.ts'
import {
  consultList,
  type FullAction,
  type Listing,
  type Standing,
} from './standing.ts'
import { type ActionWarning, gasWarnings, warningsOf } from './warnings.ts'

/** An action of a proposal, read and tried. */
export interface SimulatedAction
  extends FullAction,
    DecodedCall,
    Omit<Listing, 'available'> {
  outcome: 'succeeds' | 'reverts' | 'notReached'
  /** Why it reverts. */
  error: OpenmeshError | undefined
}

const reasons: Readonly<Record<Exclude<Standing, 'listed'>, string>> = {
  notListed: 'is not on the standard list',
  neverStandard: 'can never be on the standard list',
  etherWithCall: 'sends ether along with a call',
  overCap: 'pays more than a standard proposal may',
}

/** The transaction itself, and what the governor does around the batch; rounded up. */
const GAS_AROUND = 150_000n
/** A byte of calldata that is not zero. */
const GAS_PER_BYTE = 16n
/** Bytes of calldata that an action has besides its own. */
const BYTES_PER_ACTION = 160

/**
 * Shows what a proposal would do before it is made: reads each action, tries
 * all of them in order as the timelock on the present state, says which class
 * it would get and why, and warns of what voters should look at.
 *
 * That it succeeds now does not say that it will when it is executed.
 *
 * @param client Client to read with.
 * @param parameters The actions, and contracts that the SDK does not know.
 * @returns The class, each action, the gas and the warnings.
 * @throws OpenmeshError `AmountTooSmall` without actions, `InvalidAddress`,
 * `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { succeeds, warnings } = await simulateProposal(client, {
 *   contracts,
 *   actions: [{ to: recipient, value: parseEther('1') }],
 * })
 * for (const { message } of warnings) console.log(message)
 */
export async function simulateProposal(
  client: ReadClient,
  parameters: simulateProposal.Parameters,
): Promise<simulateProposal.ReturnType> {
  const { chainId, contracts, targets: more = [] } = parameters
  checkPositive('The number of actions', BigInt(parameters.actions.length))
  const actions = parameters.actions.map(complete)
  await checkChain(client, chainId)
  const targets = [...targetsOf(contracts), ...more]
  const [list, rehearsal, codes] = await Promise.all([
    consultList(client, contracts.standardActions, actions),
    rehearse(client, contracts, actions).then((rehearsal) =>
      explain(client, contracts, actions, rehearsal),
    ),
    Promise.all(actions.map(({ to }) => getCode(client, { address: to }))),
  ])
  const simulated: SimulatedAction[] = []
  const warnings: ActionWarning[] = []
  for (const [index, action] of actions.entries()) {
    const { available, ...listing } = list.listings[index] ?? unlisted
    const read = decodeCall(targets, action.to, action.data)
    const result = outcomeOf(rehearsal, index)
    const whole = { ...action, ...read, ...listing, ...result }
    const hasCode = codes[index] !== undefined
    simulated.push(whole)
    warnings.push(...warningsOf(whole, index, { available, hasCode }))
  }
  const gas = gasOf(rehearsal, actions)
  const tooMuch = gasWarnings(gas)
  return {
    class: list.class,
    why: simulated.flatMap(({ standing }, index) =>
      standing === 'listed' ? [] : [`Action ${index} ${reasons[standing]}.`],
    ),
    actions: simulated,
    succeeds: rehearsal.failure === undefined && tooMuch.length === 0,
    isSequential: rehearsal.isSequential,
    gas,
    warnings: [...warnings, ...tooMuch],
  }
}

export namespace simulateProposal {
  export interface Parameters extends ActionParameters {
    actions: readonly ProposalAction[]
    /** Without effect: so that a proposal's content can be passed whole. */
    description?: string | undefined
    /** Contracts that are not in the address book, but no strangers. */
    targets?: readonly Target[] | undefined
  }
  export interface ReturnType {
    class: ProposalClass
    /** Why it is constitutional, action by action; empty when it is not. */
    why: string[]
    actions: SimulatedAction[]
    /** Whether all actions would succeed now, in one transaction. */
    succeeds: boolean
    /** Whether each action was tried after those before it, or all alone. */
    isSequential: boolean
    /**
     * About what `executeProposal` takes; undefined if it would fail or the
     * node cannot tell.
     */
    gas: bigint | undefined
    warnings: ActionWarning[]
  }
  export type ErrorType = ActionErrorType
}

const unlisted: Listing = {
  standing: 'notListed',
  amount: undefined,
  cap: undefined,
  available: undefined,
}

function complete({ data = '0x', to, value = 0n }: ProposalAction): FullAction {
  if (!isAddress(to)) throw invalidAddress('to', to)
  return { to: getAddress(to), data, value }
}

/** A lack of ether gives no reason of its own. */
async function explain(
  client: ReadClient,
  { openTimelock: address }: HomeContracts,
  actions: readonly FullAction[],
  rehearsal: Rehearsal,
): Promise<Rehearsal> {
  const { failure } = rehearsal
  if (failure?.error.errorName !== 'FailedCall') return rehearsal
  const needed = actions
    .slice(0, failure.action + 1)
    .reduce((sum, { value }) => sum + value, 0n)
  const balance = await getBalance(client, { address })
  if (needed <= balance) return rehearsal
  const error = expectedError('InsufficientBalance', [balance, needed])
  return { ...rehearsal, failure: { ...failure, error } }
}

function outcomeOf(
  { failure }: Rehearsal,
  index: number,
): Pick<SimulatedAction, 'error' | 'outcome'> {
  if (failure === undefined || index < failure.action)
    return { outcome: 'succeeds', error: undefined }
  return index === failure.action
    ? { outcome: 'reverts', error: failure.error }
    : { outcome: 'notReached', error: undefined }
}

function gasOf(
  { gasUsed }: Rehearsal,
  actions: readonly FullAction[],
): bigint | undefined {
  if (gasUsed === undefined) return undefined
  const bytes = actions.reduce(
    (sum, { data }) => sum + size(data) + BYTES_PER_ACTION,
    0,
  )
  return gasUsed + GAS_AROUND + BigInt(bytes) * GAS_PER_BYTE
}
