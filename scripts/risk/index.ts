import { startWorld } from '../../devnet/world.ts'
import { printJson } from '../json.ts'
import { readReportOptions } from '../report-options.ts'
import { riskOfWorld } from './world.ts'

const help = `npm run risk [-- --json]

Deploys the protocol on two local chains and scores its governance by the 16
metrics of blockful's Anticapture framework, from chain state. Fails while a
metric that follows from the contracts is not low.

  --json   one JSON object on stdout:
           {metrics: [{name, level, contractLevel, figure, threshold}]}
  --help   this text
`

const values = readReportOptions()
if (values.help) {
  process.stdout.write(help)
} else {
  const world = await startWorld()
  const { metrics } = await riskOfWorld(world).finally(world.stop)
  const failing = metrics.filter(
    ({ contractLevel, level }) => contractLevel && level !== 'low',
  )
  if (values.json) printJson({ metrics })
  else {
    for (const { name, level, contractLevel, figure, threshold } of metrics)
      process.stdout.write(
        `${level.padEnd(8)} ${name.padEnd(28)} ${contractLevel ? 'contracts ' : 'operations'} ${figure} (low: ${threshold})\n`,
      )
    process.stdout.write(
      failing.length === 0
        ? `low on all ${metrics.filter(({ contractLevel }) => contractLevel).length} metrics of the contracts\n`
        : `not low: ${failing.map(({ name }) => name).join(', ')}\n`,
    )
  }
  process.exitCode = failing.length === 0 ? 0 : 1
}
