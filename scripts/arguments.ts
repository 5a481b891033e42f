import { type ParseArgsConfig, parseArgs } from 'node:util'
import { reasonOf } from './reason.ts'

/**
 * Reads the command line.
 *
 * @param config What Node's `parseArgs` takes.
 * @returns What it returns.
 * @throws With one sentence and where to read on, for what it does not know.
 */
export function readArguments<const config extends ParseArgsConfig>(
  config: config,
): ReturnType<typeof parseArgs<config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    // Node goes on to explain how a file's name may begin with a dash.
    const [reason = ''] = reasonOf(error).split('. To specify')
    throw new Error(`${reason} (see --help)`)
  }
}
