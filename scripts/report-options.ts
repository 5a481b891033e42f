import { readArguments } from './arguments.ts'
import { reasonOf } from './reason.ts'

/**
 * Reads `--json` and `--help`, all that a script needs which only reports. Ends
 * the process with a reason on anything else.
 */
export function readReportOptions() {
  try {
    return readArguments({
      options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
    }).values
  } catch (error) {
    process.stderr.write(`openmesh: ${reasonOf(error)}\n`)
    process.exit(1)
  }
}
