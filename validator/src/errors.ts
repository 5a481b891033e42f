/** What the daemon refuses: what happened, and what the operator should do. */
export class ValidatorError extends Error {
  override readonly name = 'ValidatorError'
  /** A word programs can tell the refusal by. */
  readonly code: string
  /** One sentence: what happened, with its values. */
  readonly shortMessage: string
  /** What to do. */
  readonly remedy: string

  constructor(
    code: string,
    shortMessage: string,
    remedy: string,
    cause?: unknown,
  ) {
    super(`${shortMessage} ${remedy}`, { cause })
    this.code = code
    this.shortMessage = shortMessage
    this.remedy = remedy
  }
}
