import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFile,
  cp,
  mkdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { reasonOf } from '../reason.ts'
import { type Mutant, mutantsOf } from './operators.ts'

const help = `npm run mutate [-- options]

Changes one place of the staking core at a time and runs its fast tests. A
change that no test notices is listed in test/mutation/staking.json, where
somebody says why. Goes on where the last run stopped.

  --minutes N  stop after so long (60)
  --list       print how many mutants there are, and how many are done
  --help       this text
`

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const copy = join(root, 'cache/mutate')
const journal = join(copy, 'results.jsonl')
const report = join(root, 'test/mutation/staking.json')

const files = [
  'contracts/staking/ValidatorStaking.sol',
  'contracts/staking/core/RewardIndex.sol',
  'contracts/staking/core/StakeExits.sol',
  'contracts/staking/core/StakePositions.sol',
  'contracts/staking/core/StakingBase.sol',
  'contracts/staking/core/StakingSettings.sol',
  'contracts/staking/core/ValidatorSet.sol',
  'contracts/staking/types/StakeClock.sol',
  'contracts/staking/libraries/StakeMath.sol',
]
/** Those that are about something else, or only slow. */
const skipped = ['StakingGas', 'StakingLens', 'SlashVault']
const copied = ['staking', 'token', 'xnode', 'common', 'oracle']
/** Longer than the tests ever take: a mutant that loops is killed too. */
const limit = 240_000

type Outcome = 'killed' | 'survived'

interface Result extends Mutant {
  readonly id: string
  readonly outcome: Outcome
}

/** Stays the same while the line and the change do. */
function idOf({ file, before, after }: Mutant, nth: number): string {
  const text = [file, before.trim(), after.trim(), nth].join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

async function allMutants(): Promise<(Mutant & { readonly id: string })[]> {
  const seen = new Map<string, number>()
  const found = await Promise.all(
    files.map(async (file) =>
      mutantsOf(file, await readFile(join(root, file), 'utf8')),
    ),
  )
  return (
    found
      .flat()
      .map((mutant) => {
        const key = `${mutant.file}\n${mutant.before}\n${mutant.after}`
        const nth = seen.get(key) ?? 0
        seen.set(key, nth + 1)
        return { ...mutant, id: idOf(mutant, nth) }
      })
      // By hash: a run that was cut short is a fair sample of all.
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  )
}

async function readResults(): Promise<Result[]> {
  const text = await readFile(journal, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Result)
}

async function prepare(): Promise<void> {
  for (const part of ['contracts', 'test'])
    await rm(join(copy, part), { recursive: true, force: true })
  await mkdir(copy, { recursive: true })
  for (const domain of copied) {
    const path = `contracts/${domain}`
    await cp(join(root, path), join(copy, path), { recursive: true })
  }
  for (const path of ['test/unit/staking', 'test/helpers/Genesis.sol'])
    await cp(join(root, path), join(copy, path), { recursive: true })
  for (const name of skipped)
    await rm(join(copy, `test/unit/staking/${name}.t.sol`))
}

function runTests(timeout: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        join(root, 'node_modules/hardhat/dist/src/cli.js'),
        '--config',
        join(root, 'scripts/mutate/hardhat.config.ts'),
        'test',
        'solidity',
      ],
      { cwd: root, stdio: 'ignore', timeout },
    )
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0))
  })
}

async function outcomeOf(mutant: Mutant): Promise<Outcome> {
  const path = join(copy, mutant.file)
  const source = await readFile(join(root, mutant.file), 'utf8')
  const lines = source.split('\n')
  lines[mutant.line - 1] = mutant.after
  await writeFile(path, lines.join('\n'))
  const passed = await runTests(limit)
  await writeFile(path, source)
  return passed ? 'survived' : 'killed'
}

/** Reasons that somebody gave survive a new run. */
async function writeReport(
  total: number,
  results: readonly Result[],
): Promise<void> {
  const old = JSON.parse(
    await readFile(report, 'utf8').catch(() => '{"survivors":[]}'),
  ) as { survivors: { id: string; equivalent?: boolean; reason?: string }[] }
  const survivors = results
    .filter(({ outcome }) => outcome === 'survived')
    .map(({ id, file, line, before, after }) => {
      const known = old.survivors.find((other) => other.id === id)
      return {
        id,
        file,
        line,
        before: before.trim(),
        after: after.trim(),
        equivalent: known?.equivalent ?? false,
        reason: known?.reason ?? '',
      }
    })
  const killed = results.length - survivors.length
  const text = { mutants: total, tried: results.length, killed, survivors }
  await mkdir(dirname(report), { recursive: true })
  await writeFile(report, `${JSON.stringify(text, null, 2)}\n`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '60' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const minutes = Number(values.minutes)
  if (!(minutes > 0)) throw new Error('--minutes takes a number above 0')
  const end = Date.now() + minutes * 60_000
  const mutants = await allMutants()
  const wanted = new Set(mutants.map(({ id }) => id))
  // A survivor is tried again: by then a test may notice it.
  const results = (await readResults()).filter(
    ({ id, outcome }) => wanted.has(id) && outcome === 'killed',
  )
  const done = new Set(results.map(({ id }) => id))
  if (values.list) {
    process.stdout.write(`${mutants.length} mutants, ${done.size} done\n`)
    return
  }
  await prepare()
  // Compiles everything, which takes as long as it takes.
  if (!(await runTests(0))) throw new Error('the tests fail without a mutant')
  for (const mutant of mutants) {
    if (done.has(mutant.id)) continue
    if (Date.now() > end) break
    const outcome = await outcomeOf(mutant)
    const result = { ...mutant, outcome }
    results.push(result)
    await appendFile(journal, `${JSON.stringify(result)}\n`)
    process.stderr.write(`${outcome} ${mutant.file}:${mutant.line}\n`)
    await writeReport(mutants.length, results)
  }
  await writeReport(mutants.length, results)
  const survived = results.filter(({ outcome }) => outcome === 'survived')
  process.stdout.write(
    `${mutants.length} mutants, ${results.length} tried, ${survived.length} survived\n`,
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`openmesh: ${reasonOf(error)}\n`)
  process.exitCode = 1
})
