/** Runs one piece of work after the other, in the order they came. */
export type Queue = <result>(work: () => Promise<result>) => Promise<result>

/**
 * Makes a queue. What fails there fails for whoever asked for it; the next
 * piece of work begins regardless.
 *
 * @returns An empty queue.
 */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }
}
