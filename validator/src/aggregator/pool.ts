import type { Equivocation, Statement, Topic } from '@openmesh/sdk'
import type { Hex } from 'viem'
import type { Book, Speaker } from '../chain/book.ts'
import { observedTopic, roundTopic } from '../chain/kinds.ts'
import { roundOf, SUBMISSION_ROUNDS } from '../chain/time.ts'
import { agree, type Observed, observedRoot } from '../round/observed.ts'
import { isQuorum, weightOf } from '../round/quorum.ts'
import { roundTree } from '../round/tree.ts'

/** What one member found, signed. */
export interface SignedObservation extends Observed, Speaker {
  readonly signature: Hex
}

/** A member's signature of the round's root. */
export interface SignedRoot extends Speaker {
  readonly root: Hex
  readonly signature: Hex
}

/** What an aggregator has of a round. */
export interface RoundState {
  readonly round: bigint
  /** Whether the observations are the ones to agree on, and stay so. */
  readonly isFrozen: boolean
  readonly observations: readonly SignedObservation[]
  readonly signatures: readonly SignedRoot[]
}

/** What became of what was sent. */
export type Receipt =
  | 'kept'
  | 'known'
  | 'contradiction'
  | 'frozen'
  | 'not-a-member'
  | 'out-of-time'

interface Round {
  readonly observations: Map<bigint, SignedObservation>
  readonly signatures: Map<bigint, SignedRoot>
  firstAt: number | undefined
  isFrozen: boolean
}

export interface PoolOptions {
  /** Milliseconds that late observations have once there are enough. */
  readonly settleMs: number
  /** The time in milliseconds; the machine's when left out. */
  readonly now?: (() => number) | undefined
}

/** No honest set contradicts itself this often. */
const MAX_EVIDENCE = 1_000

/** Collects what members say. Trusts nobody: each signature is checked first. */
export class Pool {
  readonly #book: Book
  readonly #options: PoolOptions
  readonly #rounds = new Map<bigint, Round>()
  readonly #evidence = new Map<string, Equivocation>()

  constructor(book: Book, options: PoolOptions) {
    this.#book = book
    this.#options = options
  }

  /** Takes what a member found. */
  async observe(observed: Observed, signature: Hex): Promise<Receipt> {
    const statement = { root: observedRoot(observed), signature }
    const found = await this.#admit(observedTopic(observed.round), statement)
    if (typeof found === 'string') return found
    const { round, speaker } = found
    // Before the look-up: after it nothing may be waited for.
    await this.#freeze(observed.round, round)
    const before = round.observations.get(speaker.validator)
    if (before !== undefined)
      return this.#compare(
        observedTopic(observed.round),
        speaker,
        { root: observedRoot(before), signature: before.signature },
        statement,
      )
    if (round.isFrozen) return 'frozen'
    round.firstAt ??= this.#now()
    round.observations.set(speaker.validator, {
      ...observed,
      ...speaker,
      signature,
    })
    return 'kept'
  }

  /** Takes a member's signature of the root. */
  async sign(round: bigint, root: Hex, signature: Hex): Promise<Receipt> {
    const topic = roundTopic(round)
    const found = await this.#admit(topic, { root, signature })
    if (typeof found === 'string') return found
    const { speaker } = found
    const before = found.round.signatures.get(speaker.validator)
    if (before !== undefined)
      return this.#compare(topic, speaker, before, { root, signature })
    found.round.signatures.set(speaker.validator, {
      ...speaker,
      root,
      signature,
    })
    return 'kept'
  }

  /** What there is of a round. */
  async state(round: bigint): Promise<RoundState> {
    const found = this.#rounds.get(round)
    if (found === undefined)
      return { round, isFrozen: false, observations: [], signatures: [] }
    await this.#freeze(round, found)
    return {
      round,
      isFrozen: found.isFrozen,
      observations: [...found.observations.values()],
      signatures: [...found.signatures.values()],
    }
  }

  /** What the members agree on of a unit, once that is settled. */
  async finding(round: bigint, unit: bigint) {
    const { isFrozen, observations } = await this.state(round)
    const findings = isFrozen ? agree(observations) : undefined
    if (findings === undefined) return undefined
    const tree = roundTree(findings)
    const finding = findings.find((item) => item.unit === unit)
    const proof = tree.proofOf(unit)
    return finding && proof && { round, root: tree.root, finding, proof }
  }

  /** Members that contradicted themselves, with the proof. */
  evidence(): Equivocation[] {
    return [...this.#evidence.values()]
  }

  #now(): number {
    return (this.#options.now ?? Date.now)()
  }

  /** Enough have spoken, and the others had their time. */
  async #freeze(number: bigint, round: Round): Promise<void> {
    if (round.isFrozen) return
    const snapshot = await this.#book.snapshot(number)
    if (snapshot === undefined || round.firstAt === undefined) return
    const observations = [...round.observations.values()]
    const isComplete = observations.length === snapshot.members.length
    const isSettled = this.#now() - round.firstAt >= this.#options.settleMs
    round.isFrozen =
      (isComplete || isSettled) &&
      isQuorum(weightOf(observations), snapshot.totalWeight)
  }

  async #admit(
    topic: Topic,
    statement: Statement,
  ): Promise<{ round: Round; speaker: Speaker } | Receipt> {
    const { timestamp } = await this.#book.chain.client.getBlock()
    const current = roundOf(timestamp)
    this.#forgetBefore(current - SUBMISSION_ROUNDS)
    if (topic.round > current || topic.round < current - SUBMISSION_ROUNDS)
      return 'out-of-time'
    const speaker = await this.#book.speaker(topic, statement)
    if (speaker === undefined) return 'not-a-member'
    const round = this.#rounds.get(topic.round) ?? {
      observations: new Map(),
      signatures: new Map(),
      firstAt: undefined,
      isFrozen: false,
    }
    this.#rounds.set(topic.round, round)
    return { round, speaker }
  }

  #compare(
    topic: Topic,
    { signer }: Speaker,
    first: Statement,
    second: Statement,
  ): Receipt {
    if (first.root.toLowerCase() === second.root.toLowerCase()) return 'known'
    const key = `${signer}/${topic.round}/${topic.kind}`
    if (!this.#evidence.has(key) && this.#evidence.size < MAX_EVIDENCE)
      this.#evidence.set(key, {
        signer,
        topic,
        first: { root: first.root, signature: first.signature },
        second: { root: second.root, signature: second.signature },
      })
    return 'contradiction'
  }

  #forgetBefore(round: bigint): void {
    for (const number of this.#rounds.keys())
      if (number < round) this.#rounds.delete(number)
    // Evidence is good for the epoch of its round and the next one.
    for (const [key, { topic }] of this.#evidence)
      if (topic.round + 14n < round) this.#evidence.delete(key)
    this.#book.forgetBefore(round - 14n)
  }
}
