import type { Log } from '../daemon/duty.ts'
import { toJson } from '../json.ts'

/** One JSON object a line, on stdout: for people with a pager, and for machines. */
export const log: Log = (event, fields = {}) => {
  const at = new Date().toISOString()
  process.stdout.write(`${toJson({ at, event, ...fields })}\n`)
}
