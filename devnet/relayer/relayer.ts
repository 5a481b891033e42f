import type { Hex } from 'viem'
import { maxMessagesPerRoot } from '../ccip/constants.ts'
import type { Lane } from '../ccip/lane.ts'
import type { DevnetWallet } from '../network.ts'
import { createQueue, type Queue } from '../queue.ts'
import { catchUp } from '../time.ts'
import { commitMessages } from './commit.ts'
import {
  type CommittedMessage,
  type Delivery,
  executeManually,
  executeMessage,
  type GasOverrides,
} from './execute.ts'
import {
  type Faults,
  noFaults,
  PassCounter,
  type Refusal,
  RelayerKilled,
} from './faults.ts'
import { LaneState } from './lane-state.ts'
import type { Message } from './messages.ts'

export interface RelayOptions {
  /** Commit only: messages can be proven then, and wait to be executed. */
  readonly stopAfter?: 'commit'
}

export interface StartOptions {
  /** Done at the beginning of each pass, which fails when it fails. */
  readonly before?: () => Promise<void>
  /** Pause between two passes, in milliseconds. */
  readonly intervalMs: number
  /** Told why a pass failed; the next one tries again. */
  readonly onError: (error: unknown) => void
  /** Told what was delivered. */
  readonly onDelivery?: (delivery: Delivery) => void
}

export interface Relayer {
  readonly lanes: readonly Lane[]
  /** One pass over all lanes: commits what was sent, executes it. */
  readonly relay: (options?: RelayOptions) => Promise<Delivery[]>
  /** Finds a committed message of any lane. */
  readonly find: (
    messageId: Hex,
  ) => Promise<{ lane: Lane; committed: CommittedMessage } | undefined>
  /** Executes a failed or overdue message by hand. */
  readonly manualExecute: (
    messageId: Hex,
    wallet: DevnetWallet,
    overrides?: GasOverrides,
  ) => Promise<Delivery>
  /** Relays by itself until {@link Relayer.stop}. */
  readonly start: (options: StartOptions) => void
  /** Ends what `start` began, after the pass under way. */
  readonly stop: () => Promise<void>
}

/**
 * Plays CCIP's oracle and risk management networks on some lanes. It keeps
 * nothing that is not on the chains: another one can take over at any point.
 *
 * @param lanes - Opened lanes.
 * @param enqueue - Shared with whatever must not run during a pass.
 * @param faults - What goes wrong, for tests.
 * @returns A relayer that waits to be asked or started.
 */
export function createRelayer(
  lanes: readonly Lane[],
  enqueue: Queue = createQueue(),
  faults: Faults = noFaults,
): Relayer {
  const counter = new PassCounter()
  const states = lanes.map((lane) => new LaneState(lane))
  let timer: NodeJS.Timeout | undefined
  let running = false

  async function find(messageId: Hex) {
    for (const state of states) {
      await state.update()
      const committed = state.find(messageId)
      if (committed !== undefined) return { lane: state.lane, committed }
    }
    return undefined
  }

  async function relay(options: RelayOptions = {}): Promise<Delivery[]> {
    const deliveries: Delivery[] = []
    for (const state of states) {
      deliveries.push(
        ...(await relayLane(state, options, { ...faults, counter })),
      )
    }
    return deliveries
  }

  return {
    lanes,
    relay: (options) => enqueue(() => relay(options)),
    find: (messageId) => enqueue(() => find(messageId)),
    manualExecute: (messageId, wallet, overrides) =>
      enqueue(async () => {
        const found = await find(messageId)
        if (found === undefined) {
          throw new Error(
            `Message ${messageId} is not committed yet: relay first, then execute it by hand.`,
          )
        }
        return executeManually(found.lane, found.committed, wallet, overrides)
      }),
    start: ({ before, intervalMs, onError, onDelivery }) => {
      running = true
      const pass = async () => {
        try {
          const deliveries = await enqueue(async () => {
            await before?.()
            return relay()
          })
          for (const delivery of deliveries) onDelivery?.(delivery)
        } catch (error) {
          onError(error)
        }
        if (running) timer = setTimeout(pass, intervalMs)
      }
      timer = setTimeout(pass, intervalMs)
    },
    stop: async () => {
      running = false
      clearTimeout(timer)
      // Whatever is under way has finished once an empty piece of work has.
      await enqueue(async () => {})
    },
  }
}

interface CountedFaults extends Faults {
  readonly counter: PassCounter
}

async function relayLane(
  state: LaneState,
  { stopAfter }: RelayOptions,
  faults: CountedFaults,
): Promise<Delivery[]> {
  // As the real network does, which waits until the curse ends.
  if (await state.isCursed()) return []
  await state.update()
  await commitAll(state, faults)
  if (stopAfter === 'commit') return []
  await state.update()
  const { order = (waiting) => waiting } = faults
  const deliveries: Delivery[] = []
  for (const committed of order(await state.unexecuted())) {
    deliveries.push(...(await execute(state.lane, committed, faults)))
  }
  return deliveries
}

async function execute(
  lane: Lane,
  committed: CommittedMessage,
  faults: CountedFaults,
): Promise<Delivery[]> {
  const { message } = committed
  const { delay, drop, tampered, gas, duplicate } = faults.of(message)
  if (drop || faults.counter.waits('execute', message, delay)) return []
  if (tampered) {
    await refused(faults, { message, attempt: 'tampered' }, () =>
      executeMessage(lane, { ...committed, message: withOneMore(message) }),
    )
  }
  const attempt = () => {
    faults.beforeTransaction?.()
    return executeMessage(lane, committed, gas)
  }
  if (gas !== undefined) {
    const delivery = await refused(
      faults,
      { message, attempt: 'execute' },
      attempt,
    )
    if (delivery !== undefined) return [delivery]
    // With so little gas it reverted as a whole: untouched, it is tried again.
    return [await executeMessage(lane, committed)]
  }
  const first = await attempt()
  return duplicate ? [first, await attempt()] : [first]
}

/** Does what should be refused, and goes on when it is. */
async function refused<result>(
  { onRefusal }: Faults,
  about: Omit<Refusal, 'error'>,
  work: () => Promise<result>,
): Promise<result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RelayerKilled) throw error
    onRefusal?.({ ...about, error })
    return undefined
  }
}

function withOneMore(message: Message): Message {
  const [token, ...others] = message.tokenAmounts
  if (token === undefined) return { ...message, data: `${message.data}01` }
  return {
    ...message,
    tokenAmounts: [{ ...token, amount: token.amount + 1n }, ...others],
  }
}

async function commitAll(
  state: LaneState,
  faults: CountedFaults,
): Promise<void> {
  const all = await state.uncommitted()
  const stop = all.findIndex(({ message }) =>
    faults.counter.waits('commit', message, faults.of(message).commitDelay),
  )
  const waiting = stop === -1 ? all : all.slice(0, stop)
  for (let from = 0; from < waiting.length; from += maxMessagesPerRoot) {
    const batch = waiting.slice(from, from + maxMessagesPerRoot)
    const sentLast = batch.at(-1)
    if (sentLast === undefined) return
    await catchUp(state.lane.destination, sentLast.timestamp)
    const messages = batch.map(({ message }) => message)
    for (const message of messages) {
      for (const wrong of faults.of(message).commits ?? []) {
        await refused(faults, { message, attempt: 'commit' }, () =>
          commitMessages(state.lane, messages, wrong),
        )
      }
    }
    faults.beforeTransaction?.()
    await commitMessages(state.lane, messages)
  }
}
