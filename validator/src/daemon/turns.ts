/**
 * Whose turn it is to send what anybody may send: one begins, the next one
 * follows when nothing happened, so that one transaction is paid for and not a
 * hundred.
 */
export class Turns {
  readonly #waited = new Map<string, { round: bigint; ticks: number }>()

  /**
   * @param task What is to be done; counted from when it is first asked for.
   * @param turn The round, and who asks among how many.
   * @returns Whether to do it now.
   */
  isMine(
    task: string,
    turn: { round: bigint; place: number; members: number },
  ): boolean {
    const { members, place, round } = turn
    const first = Number(round % BigInt(members))
    const rank = (place - first + members) % members
    return this.wait(task, round) >= rank
  }

  /**
   * @param task What is waited for.
   * @param round It belongs to.
   * @returns How often that was asked before.
   */
  wait(task: string, round: bigint): number {
    const { ticks } = this.#waited.get(task) ?? { ticks: 0 }
    this.#waited.set(task, { round, ticks: ticks + 1 })
    return ticks
  }

  /** Forgets the tasks of earlier rounds. */
  forgetBefore(round: bigint): void {
    for (const [task, waited] of this.#waited)
      if (waited.round < round) this.#waited.delete(task)
  }
}
