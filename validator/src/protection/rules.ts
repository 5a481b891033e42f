import type { Hex } from 'viem'
import { ValidatorError } from '../errors.ts'
import { ALL_KINDS, type Entry, type Statement, topicOf } from './statement.ts'

/** What a key has signed, and below which rounds it signs nothing any more. */
export class SignedHistory {
  readonly #roots = new Map<string, Statement>()
  readonly #floors = new Map<number, bigint>()

  /** Takes over what the file or an import says. Never lowers anything. */
  add(entry: Entry): void {
    if (entry.type === 'signed') {
      this.#roots.set(topicOf(entry.statement), entry.statement)
      this.#raise(entry.statement.kind, entry.statement.round)
    } else this.#raise(entry.kind, entry.round)
  }

  #raise(kind: number, round: bigint): void {
    if (round > (this.#floors.get(kind) ?? 0n)) this.#floors.set(kind, round)
  }

  /**
   * @param kind Of statements.
   * @returns The first round about which such a statement may be signed.
   */
  floorOf(kind: number): bigint {
    const own = this.#floors.get(kind) ?? 0n
    const all = this.#floors.get(ALL_KINDS) ?? 0n
    return own > all ? own : all
  }

  /** The floor of each kind, `ALL_KINDS` included. */
  floors(): { kind: number; round: bigint }[] {
    return [...this.#floors].map(([kind, round]) => ({ kind, round }))
  }

  /** What was said about a topic; undefined for nothing on record. */
  rootOf(topic: Omit<Statement, 'root'>): Hex | undefined {
    return this.#roots.get(topicOf(topic))?.root
  }

  /** Every statement on record, in the order of signing. */
  statements(): Statement[] {
    return [...this.#roots.values()]
  }

  /**
   * Whether a statement is new, was signed before, or must not be signed.
   *
   * @param statement What the key is to say.
   * @returns `repeated` for the very same statement: its signature is the same
   * one again.
   * @throws ValidatorError `WouldEquivocate`, `BelowWatermark`.
   */
  judge(statement: Statement): 'new' | 'repeated' {
    const before = this.#roots.get(topicOf(statement))
    if (before !== undefined) {
      if (before.root.toLowerCase() === statement.root.toLowerCase())
        return 'repeated'
      throw new ValidatorError(
        'WouldEquivocate',
        `The key signed the root ${before.root} about round ${statement.round}, kind ${statement.kind}; ${statement.root} would be a second one.`,
        'Nothing to do: signing it would cost stake and the place in the set for ever.',
      )
    }
    const floor = this.floorOf(statement.kind)
    if (statement.round >= floor) return 'new'
    throw new ValidatorError(
      'BelowWatermark',
      `Round ${statement.round} is below ${floor}, the first one of kind ${statement.kind} that this key may still sign.`,
      'Nothing to do: a later round was signed, so an earlier one could be a second time.',
    )
  }
}
