import type { CommitFaults } from './commit.ts'
import type { CommittedMessage } from './execute.ts'
import type { Message } from './messages.ts'

/** What goes wrong on the way of one message. */
export interface MessageFaults {
  /** Passes in which the lane's commit stops before it. */
  readonly commitDelay?: number
  /** Reports that are tried, and refused, before the right one. */
  readonly commits?: readonly CommitFaults[]
  /** Passes in which it is committed and not executed. */
  readonly delay?: number
  /** Nobody but a person executes it. */
  readonly drop?: true
  /** It is first executed with another amount, which is refused. */
  readonly tampered?: true
  /** Gas of the transaction that executes it. */
  readonly gas?: bigint
  /** It is executed twice. */
  readonly duplicate?: true
}

/** An attempt that a chain refused, as it should. */
export interface Refusal {
  readonly message: Message
  readonly attempt: 'commit' | 'tampered' | 'execute'
  readonly error: unknown
}

/** Makes a relayer unreliable, for tests. */
export interface Faults {
  /** What goes wrong with a message. Asked again on each pass. */
  readonly of: (message: Message) => MessageFaults
  /** The order in which committed messages are executed. */
  readonly order?: (
    waiting: readonly CommittedMessage[],
  ) => readonly CommittedMessage[]
  /** Told of each attempt that was refused. */
  readonly onRefusal?: (refusal: Refusal) => void
  /** Called before each transaction; throws to end the relayer there. */
  readonly beforeTransaction?: () => void
}

/** Nothing goes wrong. */
export const noFaults: Faults = { of: () => ({}) }

/** Counts passes by message, so that a delay ends. */
export class PassCounter {
  readonly #passes = new Map<string, number>()

  /** Whether this is one of the first `passes` times that it is asked. */
  waits(stage: string, { header }: Message, passes = 0): boolean {
    const key = `${stage}.${header.messageId}`
    const gone = this.#passes.get(key) ?? 0
    if (gone >= passes) return false
    this.#passes.set(key, gone + 1)
    return true
  }
}

/** Ends a relayer between two transactions. */
export class RelayerKilled extends Error {
  override readonly name = 'RelayerKilled'
}
