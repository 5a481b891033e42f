import type { Equivocation, Statement, Topic } from '@openmesh/sdk'
import type { Speaker } from '../chain/book.ts'

/** Remembers what it heard whom say, and notices who says two things. */
export class Witness {
  readonly #said = new Map<string, Statement & { round: bigint }>()
  readonly #caught = new Map<string, Equivocation>()

  /** Takes a statement whose signature was checked. */
  hear(
    topic: Topic,
    { signer }: Speaker,
    { root, signature }: Statement,
  ): void {
    const key = `${signer}/${topic.round}/${topic.kind}/${topic.subject}`
    const first = this.#said.get(key)
    if (first === undefined)
      this.#said.set(key, { root, signature, round: topic.round })
    else if (first.root.toLowerCase() !== root.toLowerCase())
      this.#caught.set(key, {
        signer,
        topic,
        first: { root: first.root, signature: first.signature },
        second: { root, signature },
      })
  }

  /** Those that were caught and not dealt with. */
  caught(): Equivocation[] {
    return [...this.#caught.values()]
  }

  /** A case is closed: reported by whomever, or out of time. */
  close({ signer, topic }: Equivocation): void {
    this.#caught.delete(
      `${signer}/${topic.round}/${topic.kind}/${topic.subject}`,
    )
  }

  /** Forgets what was said about earlier rounds. */
  forgetBefore(round: bigint): void {
    for (const [key, said] of this.#said)
      if (said.round < round) this.#said.delete(key)
  }
}
