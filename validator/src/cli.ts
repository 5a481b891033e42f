import { Command } from 'commander'
import { aggregatorCommand } from './commands/aggregator.ts'
import { keysCommand } from './commands/keys.ts'
import { protectionCommand } from './commands/protection.ts'
import { runCommand } from './commands/run.ts'

const program = new Command('npm run validator --')
  .description('Everything a validator runs: validator/README.md says how.')
  .showHelpAfterError('(--help says what is possible)')
  .addCommand(keysCommand())
  .addCommand(protectionCommand())
  .addCommand(runCommand())
  .addCommand(aggregatorCommand())

/** One line a person can act on; never a stack trace. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { shortMessage = error.message, remedy = '' } = error as {
    shortMessage?: string
    remedy?: string
  }
  return `${shortMessage.split('\n')[0]} ${remedy}`.trim()
}

program.parseAsync().then(
  // A connection that is kept alive must not keep the process.
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`openmesh: ${reasonOf(error)}\n`)
    process.exit(1)
  },
)
