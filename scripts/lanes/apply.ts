import {
  type Address,
  encodeFunctionData,
  type Hex,
  isAddressEqual,
  keccak256,
  toHex,
  zeroHash,
} from 'viem'
import type { TimelockCall } from '../../rocketh/timelock.ts'
import { openTimelockAbi } from '../../typechain-types/index.ts'
import type { BridgeChain } from './network.ts'
import type { ChainPlan } from './plan.ts'

/** A call as it goes on chain. */
export interface RawCall {
  readonly to: Address
  readonly data: Hex
}

/** Whoever sends the calls. */
export interface Sender {
  readonly address: Address
  /** Returns once the call is mined, and throws when it reverts. */
  readonly send: (chain: BridgeChain, call: RawCall) => Promise<void>
}

/** What became of one chain's part. */
export interface Applied {
  readonly chain: string
  /** `scheduled` waits for the timelock: run apply again at `readyAt`. */
  readonly state: 'done' | 'scheduled'
  readonly calls: number
  /** Seconds since 1970. */
  readonly readyAt?: bigint
}

/** Somebody applies who has no right to. */
export class LanesAuthorityError extends Error {
  override readonly name = 'LanesAuthorityError'
  readonly shortMessage: string
  readonly remedy = 'Run it as whoever may, or with --as safe or --as proposal.'

  constructor(parameters: {
    chain: string
    sender: Address
    entitled: Address
  }) {
    const { chain, sender, entitled } = parameters
    const shortMessage = `${sender} may not act for ${entitled} on ${chain}.`
    super(shortMessage)
    this.shortMessage = shortMessage
  }
}

/** Finds what is left to do, from the chains alone. */
export type Planner = () => Promise<readonly ChainPlan[]>

/**
 * Mends what calls of ours can mend. Knows nothing but the chains: a run that
 * was killed is finished by the next one, and one more sends nothing.
 *
 * @param plan What is left to do; asked until nothing is.
 * @param sender Owner of the pools, or proposer and executor of the timelock.
 * @returns What became of each chain.
 * @throws {@link LanesAuthorityError} before anything is sent on a chain.
 */
export async function applyLanes(
  plan: Planner,
  sender: Sender,
): Promise<Applied[]> {
  const applied: Applied[] = []
  const waiting = new Set<string>()
  for (;;) {
    const chains = await plan()
    // A chain that waits is not asked twice, one that was mended may open the
    // way for another.
    const open = chains.filter(({ chain }) => !waiting.has(chain.config.name))
    if (open.length === 0) return applied
    for (const chainPlan of open) {
      const result = await applyChain(chainPlan, sender)
      if (result.state === 'scheduled') waiting.add(result.chain)
      applied.push(result)
    }
  }
}

async function applyChain(
  { chain, calls, as = chain.timelock }: ChainPlan,
  sender: Sender,
): Promise<Applied> {
  const { name } = chain.config
  if (isAddressEqual(sender.address, as)) {
    for (const call of calls) await sender.send(chain, encode(call))
    return { chain: name, state: 'done', calls: calls.length }
  }
  const proposes =
    isAddressEqual(as, chain.timelock) &&
    (await mayPropose(chain, sender.address))
  if (!proposes)
    throw new LanesAuthorityError({
      chain: name,
      sender: sender.address,
      entitled: as,
    })
  const operation = await findOperation(chain, calls)
  const { schedule, execute, id } = operation
  if (operation.state === 'unset') await sender.send(chain, schedule)
  const readyAt = await timestampOf(chain, id)
  const { timestamp } = await chain.client.getBlock({ blockTag: 'pending' })
  if (readyAt > timestamp)
    return { chain: name, state: 'scheduled', calls: calls.length, readyAt }
  await sender.send(chain, execute)
  return { chain: name, state: 'done', calls: calls.length }
}

export function encode({ to, ...call }: TimelockCall): RawCall {
  return { to, data: encodeFunctionData(call) }
}

async function mayPropose(
  { client, timelock }: BridgeChain,
  account: Address,
): Promise<boolean> {
  const code = await client.getCode({ address: timelock })
  if (code === undefined) return false
  const read = { address: timelock, abi: openTimelockAbi } as const
  const role = await client.readContract({
    ...read,
    functionName: 'PROPOSER_ROLE',
  })
  return client.readContract({
    ...read,
    functionName: 'hasRole',
    args: [role, account],
  })
}

/** One batch of the timelock. */
export interface Operation {
  readonly id: Hex
  readonly state: 'unset' | 'pending'
  readonly schedule: RawCall
  readonly execute: RawCall
}

/**
 * Finds the timelock's batch for some calls. Its salt follows from the calls,
 * so that a later run finds what an earlier one scheduled; calls that were made
 * before get the next salt.
 *
 * @param chain Where.
 * @param calls What the batch does.
 * @returns The batch, and whether it is scheduled already.
 */
export async function findOperation(
  chain: BridgeChain,
  calls: readonly TimelockCall[],
): Promise<Operation> {
  const { client, timelock: address } = chain
  const raw = calls.map(encode)
  const targets = raw.map(({ to }) => to)
  const payloads = raw.map(({ data }) => data)
  const values = raw.map(() => 0n)
  const read = { address, abi: openTimelockAbi } as const
  const delay = await client.readContract({
    ...read,
    functionName: 'getMinDelay',
  })
  for (let attempt = 0n; ; attempt++) {
    const salt = keccak256(toHex(`openmesh.lanes.${attempt}`))
    const batch = [targets, values, payloads, zeroHash, salt] as const
    const id = await client.readContract({
      ...read,
      functionName: 'hashOperationBatch',
      args: batch,
    })
    const at = await timestampOf(chain, id)
    if (at === doneTimestamp) continue
    return {
      id,
      state: at === 0n ? 'unset' : 'pending',
      schedule: {
        to: address,
        data: encodeFunctionData({
          abi: openTimelockAbi,
          functionName: 'scheduleBatch',
          args: [...batch, delay],
        }),
      },
      execute: {
        to: address,
        data: encodeFunctionData({
          abi: openTimelockAbi,
          functionName: 'executeBatch',
          args: batch,
        }),
      },
    }
  }
}

/** TimelockController's mark of a batch that was executed. */
const doneTimestamp = 1n

function timestampOf(
  { client, timelock }: BridgeChain,
  id: Hex,
): Promise<bigint> {
  return client.readContract({
    address: timelock,
    abi: openTimelockAbi,
    functionName: 'getTimestamp',
    args: [id],
  })
}
