import { readFile, writeFile } from 'node:fs/promises'
import { formatEther, type Hex, parseEther } from 'viem'
import { readArguments } from '../arguments.ts'
import { printJson } from '../json.ts'
import {
  type BuildOptions,
  buildClaims,
  ClaimsRefused,
  checkClaims,
  type Totals,
} from './build.ts'

const help = `npm run claims -- build FILE.csv --budget OPEN --out TREE.json [options]

Builds the Merkle tree of a campaign from a list, and refuses lists that could
not be claimed as they stand, each line with its reason.

  --budget OPEN         most that the list may sum to
  --out TREE.json       where to write the tree, which is to be published
  --weekly-limit OPEN   the campaign's: refuses claims above a quarter of it
  --accept-lowercase    take addresses without checksum
  --dry-run             check and print the totals, write nothing
  --json                one JSON object on stdout: {root?, out?, ...totals in wei}
  --help                this text

The first line of the file names its columns: address, and amount (OPEN) or
amountWei; where amounts vest also start (2027-01-31 or Unix seconds), cliff and
duration (seconds, or days as in 182d), steps and immediateBps.
`

interface Arguments {
  readonly file: string
  readonly out: string | undefined
  readonly json: boolean
  readonly options: BuildOptions
}

/** What a person typed wrong; its message says what to type. */
class BadArguments extends Error {}

function argumentsGiven(): Arguments | undefined {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      budget: { type: 'string' },
      out: { type: 'string' },
      'weekly-limit': { type: 'string' },
      'accept-lowercase': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const [command, file, surplus] = positionals
  if (command !== 'build' || file === undefined || surplus !== undefined)
    throw new BadArguments('say: build FILE.csv (or --help)')
  if (!values['dry-run'] && values.out === undefined)
    throw new BadArguments('--out is missing: name a file, or pass --dry-run')
  const limit = values['weekly-limit']
  return {
    file,
    out: values['dry-run'] ? undefined : values.out,
    json: values.json,
    options: {
      budget: amountOf('--budget', values.budget),
      ...(limit === undefined
        ? {}
        : { weeklyLimit: amountOf('--weekly-limit', limit) }),
      now: BigInt(Math.floor(Date.now() / 1000)),
      addresses: values['accept-lowercase']
        ? 'checksummed or lower case'
        : 'checksummed',
    },
  }
}

function amountOf(name: string, text = ''): bigint {
  if (!/^\d+(\.\d{1,18})?$/.test(text))
    throw new BadArguments(`${name} ${text}: give OPEN, such as 1000000`)
  return parseEther(text)
}

function say(totals: Totals, root: Hex | undefined, out: string | undefined) {
  const lines = [
    ['leaves', `${totals.leaves}`],
    ['total', `${formatEther(totals.total)} OPEN`],
    ['at once', `${formatEther(totals.atOnce)} OPEN`],
    ['vesting', `${formatEther(totals.vesting)} OPEN`],
    ['largest', `${formatEther(totals.largest)} OPEN`],
    ['left', `${formatEther(totals.budget - totals.total)} OPEN of the budget`],
    ['lasts', `at least ${totals.leastDays} days`],
    ['root', root ?? 'dry run: no tree was built'],
    ['written', out ?? 'nothing'],
  ]
  for (const [name = '', value] of lines)
    process.stdout.write(`${name.padEnd(8)} ${value}\n`)
}

async function main(): Promise<void> {
  const given = argumentsGiven()
  if (given === undefined) {
    process.stdout.write(help)
    return
  }
  const { file, out, json, options } = given
  const text = await readFile(file, 'utf8')
  if (out === undefined) {
    const { totals } = checkClaims(text, options)
    if (json) printJson(totals)
    else say(totals, undefined, undefined)
    return
  }
  const { root, tree, totals } = buildClaims(text, options)
  await writeFile(out, `${JSON.stringify(tree)}\n`)
  if (json) printJson({ root, out, ...totals })
  else say(totals, root, out)
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    error instanceof ClaimsRefused
      ? `${reason}\nopenmesh: the list is refused: mend these lines and run it again\n`
      : `openmesh: ${reason}\n`,
  )
  process.exitCode = 1
})
