import { OpenmeshError } from '@openmesh/sdk'
import type { Duty } from './duty.ts'

/**
 * Sends something that others may have sent as well.
 *
 * @param duty Of the validator.
 * @param expected Names of refusals that mean that nothing is to be done.
 * @param send Sends it.
 * @returns What came of it; undefined when it was not needed.
 */
export async function sendUnless<result>(
  { log }: Duty,
  expected: readonly string[],
  send: () => Promise<result>,
): Promise<result | undefined> {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof OpenmeshError)) throw error
    if (!expected.includes(error.errorName)) throw error
    log('not-needed', { reason: error.errorName })
    return undefined
  }
}
