import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './generate/build-output.ts'
import { addLcov, type LineHits, toLcov, toTable } from './lcov.ts'
import { byDomain, countTests, filesGiven } from './test-files.ts'

/*
 * Line coverage of the Solidity tests, a domain at a time as they are run.
 * Hardhat writes its report anew each time, so the figures are summed up here.
 */

const help = `npm run coverage [-- FILE ...]

Line coverage of the Solidity tests, or of the given .t.sol files of test/:
coverage/lcov.info for editors, and a table.
`
const folder = 'coverage'
const tracefile = join(folder, 'lcov.info')
const hardhat = join('node_modules', 'hardhat', 'dist', 'src', 'cli.js')

/** Runs the tests of a domain, and says nothing unless they fail. */
async function measure(files: readonly string[]): Promise<string | undefined> {
  rmSync(tracefile, { force: true })
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      hardhat,
      '--config',
      join('scripts', 'coverage.config.ts'),
      'test',
      'solidity',
      '--coverage',
      ...files,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk
    })
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status ?? 1))
  })
  const { passed } = countTests(output)
  if (code === 0 && passed > 0 && existsSync(tracefile)) return undefined
  return output
}

const given = filesGiven(help, /\.t\.sol$/, '.t.sol')
const hits: LineHits = new Map()
for (const [domain, files] of byDomain(
  given.length > 0 ? given : listFiles('test', '.t.sol'),
)) {
  process.stderr.write(`${domain}: ${files.length} files\n`)
  const failure = await measure(files)
  if (failure !== undefined) {
    process.stderr.write(failure)
    process.stderr.write(
      `openmesh: the tests of ${domain} have no coverage: see above\n`,
    )
    process.exit(1)
  }
  addLcov(hits, readFileSync(tracefile, 'utf8'))
}
// Hardhat's page shows the last domain only.
rmSync(join(folder, 'html'), { force: true, recursive: true })
writeFileSync(tracefile, toLcov(hits))
process.stdout.write(`${toTable(hits)}\n\nwritten: ${tracefile}\n`)
