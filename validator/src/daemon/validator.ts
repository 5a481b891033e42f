import { snapshotSet } from '@openmesh/sdk'
import { observedTopic } from '../chain/kinds.ts'
import {
  epochOf,
  GRACE_ROUNDS,
  roundOf,
  SUBMISSION_ROUNDS,
} from '../chain/time.ts'
import { certify } from './certify.ts'
import { type Duty, type OwnRound, ownRound, reader } from './duty.ts'
import { type Memory, observe } from './observe.ts'
import { showPresence } from './presence.ts'
import { sendUnless } from './send.ts'
import { vote } from './vote.ts'
import { compareWithChain, jailAbsent, watch } from './watch.ts'

/** What is left to do of a round. */
interface Progress {
  isObserved: boolean
  isSigned: boolean
  isCertified: boolean
  isPresent: boolean
  isCompared: boolean
}

/** Rounds a validator still has something to do in. */
const OPEN_ROUNDS = SUBMISSION_ROUNDS + GRACE_ROUNDS

/**
 * A validator at work. What it did is in the protection's file and on the
 * chain; what it forgets at a restart, it only does again.
 */
export class Validator {
  readonly #duty: Duty
  readonly #memory: Memory
  readonly #progress = new Map<bigint, Progress>()
  #lastJailed = -1n

  constructor(duty: Duty) {
    this.#duty = duty
    this.#memory = { units: [], searchedTo: duty.fromBlock, untold: [] }
  }

  /**
   * Does what there is to do now. A step that fails is logged, keeps no other
   * one from its work, and is tried again the next time.
   */
  async tick(): Promise<void> {
    const { book, turns, witness } = this.#duty
    const { timestamp } = await book.chain.client.getBlock()
    const current = roundOf(timestamp)
    await this.#try('snapshot', () => this.#snapshot(current))
    for (let round = current - OPEN_ROUNDS; round <= current; round++)
      if (round >= 0n) await this.#work(round, current)
    await this.#try('watch', () => watch(this.#duty))
    const own = await this.#try('jail', () => ownRound(this.#duty, current))
    if (own !== undefined) await this.#try('jail', () => this.#jail(own))
    for (const round of this.#progress.keys())
      if (round < current - OPEN_ROUNDS) this.#progress.delete(round)
    turns.forgetBefore(current - OPEN_ROUNDS)
    witness.forgetBefore(current - 14n)
    book.forgetBefore(current - 14n)
  }

  async #work(round: bigint, current: bigint): Promise<void> {
    const progress = this.#progress.get(round) ?? {
      // Of a past round nobody waits for observations any more.
      isObserved: round < current,
      isSigned: false,
      isCertified: false,
      isPresent: false,
      isCompared: false,
    }
    this.#progress.set(round, progress)
    if (progress.isPresent && progress.isCompared) return
    const own = await this.#try('round', () => ownRound(this.#duty, round))
    if (own === undefined) return
    const duty = this.#duty
    const isOver = round < current
    if (!isOver && !progress.isObserved)
      progress.isObserved =
        (await this.#try('observe', () => observe(duty, own, this.#memory))) ??
        false
    // Whoever was away in the round does not speak as if it had been there.
    const wasHere =
      duty.protection.history.rootOf(observedTopic(round)) !== undefined
    const isInTime =
      round + SUBMISSION_ROUNDS >= current && (!isOver || wasHere)
    if (!progress.isSigned && isInTime)
      progress.isSigned =
        (await this.#try('vote', () => vote(duty, own))) ?? false
    if (!progress.isCertified)
      progress.isCertified =
        (await this.#try('certify', () => certify(duty, own))) ?? false
    if (!progress.isCertified) return
    if (!progress.isPresent)
      progress.isPresent =
        (await this.#try('presence', () => showPresence(duty, own, isOver))) ??
        false
    // Once the round is over, everybody has said what he will say.
    if (isOver && !progress.isCompared) {
      await this.#try('compare', () => compareWithChain(duty, own))
      progress.isCompared = true
    }
  }

  /** Stores the set in the first minutes of an epoch. */
  async #snapshot(current: bigint): Promise<void> {
    const { book, turns, validator, wallet } = this.#duty
    if ((await book.snapshot(current)) !== undefined) return
    const epoch = epochOf(current)
    // Places are not known yet: the numbers of the validators stand for them.
    const last = await book.snapshot(current - 7n)
    const members = last?.members.length ?? 1
    const place = Number(validator % BigInt(members))
    const turn = { round: current, place, members }
    if (!turns.isMine(`snapshot/${epoch}`, turn)) return
    const { contracts } = reader(this.#duty)
    const done = await sendUnless(
      this.#duty,
      ['Accountability_AlreadySnapshotted', 'Accountability_EmptySet'],
      () => snapshotSet(wallet, { contracts }),
    )
    if (done !== undefined)
      this.#duty.log('snapshot', { epoch: done.epoch, members: done.members })
  }

  async #jail(own: OwnRound): Promise<void> {
    const { turns } = this.#duty
    if (this.#lastJailed === own.round) return
    const members = own.snapshot.members.length
    if (!turns.isMine(`jail/${own.round}`, { ...own, members })) return
    await jailAbsent(this.#duty, own)
    this.#lastJailed = own.round
  }

  async #try<result>(
    step: string,
    work: () => Promise<result>,
  ): Promise<result | undefined> {
    try {
      return await work()
    } catch (error) {
      const { shortMessage, message } = error as {
        shortMessage?: string
        message?: string
      }
      this.#duty.log('failed', {
        step,
        reason: shortMessage ?? message ?? String(error),
      })
      return undefined
    }
  }
}
