import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { genesis } from '../../config/bench.ts'
import { startWorld, type World } from '../../devnet/world.ts'
import { readArguments } from '../arguments.ts'
import { printJson } from '../json.ts'
import { reasonOf } from '../reason.ts'
import { deployCollections } from './collections.ts'
import { createBench } from './harness.ts'
import { buildPeers } from './peers.ts'
import type { Growth, Row } from './row.ts'
import { claimsRows } from './rows/claims.ts'
import { deliveryRows } from './rows/delivery.ts'
import { governorRows } from './rows/governor.ts'
import { measureRevenue } from './rows/revenue.ts'
import { stakingRows } from './rows/staking.ts'
import { tokenRows } from './rows/token.ts'
import { vestingRows } from './rows/vesting.ts'
import { xnodeRows } from './rows/xnode.ts'
import { toJson, toMarkdown, toText } from './table.ts'
import { deployTokens } from './tokens.ts'

const help = `npm run bench [-- options]

Measures the gas of the protocol's operations on the local network, beside
other implementations of the same thing.

  --json    one JSON object on stdout: {rows: [{operation, ours, peers, floor}],
            growth: [{operation, figures: [{units, gas}]}]}
  --write   rewrite docs/benchmarks.md
  --help    this text
`

const page = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'docs/benchmarks.md',
)

let current: string | undefined

interface Figures {
  readonly rows: readonly Row[]
  readonly growth: readonly Growth[]
}

async function measure(world: World): Promise<Figures> {
  const bench = await createBench(world, (operation) => {
    current = operation
    process.stderr.write(`${operation}\n`)
  })
  const tokens = await deployTokens(bench)
  const collections = await deployCollections(bench)
  const before = [
    ...(await tokenRows(bench, tokens)),
    ...(await xnodeRows(bench, collections)),
  ]
  const revenue = await measureRevenue(bench, collections)
  // Deliveries last: they take a day each.
  const rows = [
    ...before,
    ...revenue.rows,
    ...(await governorRows(bench, tokens)),
    ...(await stakingRows(bench, tokens)),
    ...(await vestingRows(bench, tokens)),
    ...(await claimsRows(bench, tokens)),
    ...(await deliveryRows(bench, tokens)),
  ]
  return { rows, growth: revenue.growth }
}

async function main(): Promise<void> {
  const { values } = readArguments({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  process.stderr.write('compiling the peers\n')
  await buildPeers()
  process.stderr.write('deploying the protocol\n')
  const world = await startWorld({ genesis })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => world.stop().finally(() => process.exit(130)))
  const { rows, growth } = await measure(world).finally(world.stop)
  if (values.write) await writeFile(page, toMarkdown(rows, growth))
  if (values.json) printJson(toJson(rows, growth))
  else process.stdout.write(`${toText(rows, growth)}\n`)
}

main().then(
  // Chains in this process keep handles open; ours are closed by now.
  () => process.exit(0),
  (error: unknown) => {
    const where = current === undefined ? '' : `${current} cannot be measured: `
    process.stderr.write(`openmesh: ${where}${reasonOf(error)}\n`)
    process.exit(1)
  },
)
