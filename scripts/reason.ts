/** One line a person can act on: what happened and what to do; never a stack trace. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { shortMessage = error.message, remedy = '' } = error as {
    shortMessage?: string
    remedy?: string
  }
  return `${shortMessage.split('\n')[0]} ${remedy}`.trim()
}
