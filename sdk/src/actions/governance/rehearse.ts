import {
  type Address,
  BaseError,
  concat,
  ExecutionRevertedError,
  encodeAbiParameters,
  type Hex,
  hexToBigInt,
  keccak256,
  pad,
  type StateOverride,
  size,
  stringToHex,
  toHex,
  zeroHash,
} from 'viem'
import { call } from 'viem/actions'
import { openTimelockAbi } from '../../../../typechain-types/index.ts'
import { toOpenmeshError } from '../../errors/decode.ts'
import { OpenmeshError } from '../../errors/OpenmeshError.ts'
import type { SdkErrorName } from '../../errors/sdkErrors.ts'
import { encode } from '../../internal/call.ts'
import type { HomeContracts, ReadClient } from '../../types.ts'
import { type ProposalAction, toLists } from './proposal.ts'

/** How it would go. */
export interface Rehearsal {
  /** Where it fails; undefined when all goes well. */
  failure: { action: number; error: OpenmeshError } | undefined
  /** What the timelock uses, if all goes well and the node can tell. */
  gasUsed: bigint | undefined
  /** Whether each action saw what those before it did. */
  isSequential: boolean
}

/** What EIP-7825 allows a transaction. */
export const MAX_TRANSACTION_GAS = 16_777_216n

/** Errors that a lack of gas can hide behind. */
const giveNoReason = ['FailedCall', 'Reverted']

/** Where `snapshots/storage-layout.json` has them. */
const slots = { roles: 0n, timestamps: 1n, governanceCall: 5n } as const

const EXECUTOR_ROLE = keccak256(stringToHex('EXECUTOR_ROLE'))

/** Nobody's; for the time of a rehearsal it may execute. */
const meter: Address = '0x0000000000000000000000006f70656e6d657465'

/** A timestamp that has passed, and not the one that stands for done. */
const READY = 2n

/**
 * Executes actions on a copy of the present state, as the timelock and in
 * order: one `eth_call` in which the batch is due. Nodes that cannot change
 * state for a call are asked action by action instead.
 */
export async function rehearse(
  client: ReadClient,
  contracts: HomeContracts,
  actions: readonly ProposalAction[],
): Promise<Rehearsal> {
  const whole = await runBatch(client, contracts, actions)
  if (whole === 'unsupported') return runEach(client, contracts, actions)
  if (typeof whole === 'bigint')
    return { failure: undefined, gasUsed: whole, isSequential: true }
  if (actions.length > 1 && giveNoReason.includes(whole.errorName)) {
    const gasUsed = await gasOfEach(client, contracts, actions)
    if (gasUsed !== undefined && gasUsed > MAX_TRANSACTION_GAS)
      return { failure: undefined, gasUsed, isSequential: false }
  }
  // The shortest beginning that fails ends with the action that does.
  for (let length = 1; length < actions.length; length += 1) {
    const part = actions.slice(0, length)
    const error = await runBatch(client, contracts, part)
    if (error instanceof OpenmeshError) return failed(length - 1, error, true)
  }
  return failed(actions.length - 1, whole, true)
}

/** Nodes give a call no more gas than a transaction: what takes more is measured in parts. */
async function gasOfEach(
  client: ReadClient,
  contracts: HomeContracts,
  actions: readonly ProposalAction[],
): Promise<bigint | undefined> {
  let sum = 0n
  for (const action of actions) {
    const gas = await runBatch(client, contracts, [action])
    if (typeof gas !== 'bigint') return undefined
    sum += gas
  }
  return sum
}

function failed(
  action: number,
  error: OpenmeshError,
  isSequential: boolean,
): Rehearsal {
  return { failure: { action, error }, gasUsed: undefined, isSequential }
}

async function runBatch(
  client: ReadClient,
  contracts: HomeContracts,
  actions: readonly ProposalAction[],
): Promise<bigint | OpenmeshError | 'unsupported'> {
  const { openTimelock } = contracts
  const data = encode({
    abi: openTimelockAbi,
    functionName: 'executeBatch',
    args: [...toLists(actions), zeroHash, zeroHash],
  })
  try {
    const answer = await call(client, {
      to: meter,
      data,
      stateOverride: overrides(contracts, actions),
    })
    // Where the override was passed over, there is nothing to answer.
    return answer.data === undefined || size(answer.data) !== 32
      ? 'unsupported'
      : hexToBigInt(answer.data)
  } catch (error) {
    return asRefusal(error, openTimelock, 'executeBatch')
  }
}

async function runEach(
  client: ReadClient,
  { openTimelock }: HomeContracts,
  actions: readonly ProposalAction[],
): Promise<Rehearsal> {
  for (const [index, { data = '0x', to, value = 0n }] of actions.entries())
    try {
      await call(client, { account: openTimelock, to, data, value })
    } catch (error) {
      return failed(index, asRefusal(error, to, 'call'), false)
    }
  return { failure: undefined, gasUsed: undefined, isSequential: false }
}

function asRefusal(
  error: unknown,
  address: Address,
  functionName: string,
): OpenmeshError {
  const refusal = toOpenmeshError(error, { address, functionName })
  if (refusal instanceof OpenmeshError) return refusal
  if (!(refusal instanceof BaseError)) throw refusal
  if (refusal.walk((cause) => cause instanceof ExecutionRevertedError) === null)
    throw refusal
  return new OpenmeshError({
    errorName: 'Reverted' satisfies SdkErrorName,
    shortMessage: 'It reverts without a reason, perhaps for want of gas.',
    remedy: 'Try the actions one by one.',
    functionName,
    contract: address,
    cause: refusal,
  })
}

/** The batch is due, the meter may execute it, the governor expects its own part of it. */
function overrides(
  { openGovernor, openTimelock }: HomeContracts,
  actions: readonly ProposalAction[],
): StateOverride {
  const batch = [
    { type: 'address[]' },
    { type: 'uint256[]' },
    { type: 'bytes[]' },
    { type: 'bytes32' },
    { type: 'bytes32' },
  ] as const
  const lists = toLists(actions)
  const id = keccak256(
    encodeAbiParameters(batch, [...lists, zeroHash, zeroHash]),
  )
  const role = slotOf(EXECUTOR_ROLE, slots.roles)
  return [
    { address: meter, code: meterCode(openTimelock) },
    {
      address: openTimelock,
      stateDiff: [
        { slot: slotOf(id, slots.timestamps), value: word(READY) },
        { slot: slotOf(pad(meter), BigInt(role)), value: word(1n) },
      ],
    },
    {
      address: openGovernor,
      stateDiff: governanceCalls(openGovernor, actions),
    },
  ]
}

/**
 * The governor's queue of calls to itself, which `execute` fills: setters of
 * the governor refuse what is not in it.
 */
function governanceCalls(
  governor: Address,
  actions: readonly ProposalAction[],
) {
  const own = actions
    .filter(({ to }) => to.toLowerCase() === governor.toLowerCase())
    .map(({ data = '0x' }) => keccak256(data))
  const { governanceCall } = slots
  return [
    // Begin in the lower half, end in the upper.
    { slot: word(governanceCall), value: word(BigInt(own.length) << 128n) },
    ...own.map((hash, index) => ({
      slot: slotOf(word(BigInt(index)), governanceCall + 1n),
      value: hash,
    })),
  ]
}

/** Passes its calldata on to the timelock and returns the gas that took. */
function meterCode(timelock: Address): Hex {
  return concat([
    '0x365f5f37', // The calldata into memory
    '0x5a', // Gas before
    '0x5f5f365f5f73',
    timelock,
    '0x5af1', // Call
    '0x5a90', // Gas after, below whether it succeeded
    '0x602d57', // If it did, go on there
    '0x3d5f5f3e3d5ffd', // Else revert with its reason
    '0x5b90035f5260205ff3', // Return before minus after
  ])
}

/** Where a mapping keeps the value of a key. */
function slotOf(key: Hex, mapping: bigint): Hex {
  return keccak256(concat([key, word(mapping)]))
}

function word(value: bigint): Hex {
  return toHex(value, { size: 32 })
}
