import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { genesis } from '../../config/bench.ts'
import { startWorld, type World } from '../../devnet/world.ts'
import { printJson } from '../json.ts'
import { reasonOf } from '../reason.ts'
import { createBench } from './harness.ts'
import { buildPeers } from './peers.ts'
import type { Row } from './row.ts'
import { claimsRows } from './rows/claims.ts'
import { deliveryRows } from './rows/delivery.ts'
import { governorRows } from './rows/governor.ts'
import { stakingRows } from './rows/staking.ts'
import { tokenRows } from './rows/token.ts'
import { vestingRows } from './rows/vesting.ts'
import { xnodeRows } from './rows/xnode.ts'
import { toJson, toMarkdown, toText } from './table.ts'
import { deployTokens } from './tokens.ts'

const help = `npm run bench [-- options]

Measures the gas of the protocol's operations on the local network, beside
other implementations of the same thing.

  --json    one JSON object on stdout: {rows: [{operation, ours, peers, floor}]}
  --write   rewrite docs/benchmarks.md
  --help    this text
`

const page = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'docs/benchmarks.md',
)

let current: string | undefined

async function measure(world: World): Promise<Row[]> {
  const bench = await createBench(world, (operation) => {
    current = operation
    process.stderr.write(`${operation}\n`)
  })
  const tokens = await deployTokens(bench)
  // Deliveries last: they take a day each.
  return [
    ...(await tokenRows(bench, tokens)),
    ...(await xnodeRows(bench)),
    ...(await governorRows(bench, tokens)),
    ...(await stakingRows(bench, tokens)),
    ...(await vestingRows(bench, tokens)),
    ...(await claimsRows(bench, tokens)),
    ...(await deliveryRows(bench, tokens)),
  ]
}

async function main(): Promise<void> {
  const { values } = parseArgs({
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
  const rows = await measure(world).finally(world.stop)
  if (values.write) await writeFile(page, toMarkdown(rows))
  if (values.json) printJson(toJson(rows))
  else process.stdout.write(`${toText(rows)}\n`)
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
