import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { listFiles } from './generate/build-output.ts'
import { byDomain, countTests, filesGiven } from './test-files.ts'

/*
 * Every test: Solidity first (unit, fuzz, invariant), then the integration
 * stories. Arguments go to Hardhat, so `npm test -- test/unit/token/X.t.sol`
 * runs one file. The last line is `N passed, N failed`.
 */

interface Outcome {
  passed: number
  failed: number
}

const hardhat = join('node_modules', 'hardhat', 'dist', 'src', 'cli.js')

/** Runs one of Hardhat's test runners, shows what it prints and counts. */
async function suite(
  runner: 'solidity' | 'nodejs',
  files: readonly string[],
): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', hardhat, 'test', runner, ...files],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk)
    output += chunk
  })
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status ?? 1))
  })
  const { passed, failed } = countTests(output)
  // A runner that dies or runs nothing must not look like a pass.
  if (code !== 0 && failed === 0) return { passed, failed: 1 }
  if (passed + failed === 0) {
    process.stdout.write(`hardhat test ${runner} ran no test\n`)
    return { passed, failed: 1 }
  }
  return { passed, failed }
}

const help = `npm test [-- FILE ...]

Runs every test, or only the given .t.sol and .ts files of test/. The last line
is N passed, N failed.
`
const files = filesGiven(help, /\.(t\.sol|ts)$/, '.t.sol or .ts')
const solidity =
  files.length === 0
    ? listFiles('test', '.t.sol')
    : files.filter((file) => file.endsWith('.sol'))
const typescript = files.filter((file) => file.endsWith('.ts'))
const outcomes: Outcome[] = []
for (const domain of byDomain(solidity).values())
  outcomes.push(await suite('solidity', domain))
if (files.length === 0 || typescript.length > 0)
  outcomes.push(await suite('nodejs', typescript))

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
