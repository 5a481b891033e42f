import { startWorld } from '../../devnet/world.ts'
import { printJson } from '../json.ts'
import { readReportOptions } from '../report-options.ts'
import { auditWorld } from './world.ts'

const help = `npm run audit-roles [-- --json]

Deploys the protocol on two local chains, rebuilds from their logs who holds
which right, and fails while the deployer, an unknown key or an unfinished
transfer holds any.

  --json   one JSON object on stdout: {holders, findings}
  --help   this text
`

const values = readReportOptions()
if (values.help) {
  process.stdout.write(help)
} else {
  const world = await startWorld()
  const { holders, findings } = await auditWorld(world).finally(world.stop)
  if (values.json) printJson({ holders, findings })
  else {
    process.stdout.write(
      `${'contract'.padEnd(40)} ${'right'.padEnd(20)} holder (what it is, how long its acts wait)\n`,
    )
    for (const { contract, role, holderName, holderKind, delay } of holders)
      process.stdout.write(
        `${contract.padEnd(40)} ${role.padEnd(20)} ${holderName} (${holderKind}, ${delay} s)\n`,
      )
    process.stdout.write(
      findings.length === 0
        ? `${holders.length} rights, none with the deployer\n`
        : `${findings.join('\n')}\n`,
    )
  }
  process.exitCode = findings.length === 0 ? 0 : 1
}
