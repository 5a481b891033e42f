import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateBindings } from '../generate/bindings.ts'
import { readBuildOutput } from '../generate/build-output.ts'
import { errorCodes, writeErrorCodes } from '../generate/error-codes.ts'
import { codeSizes } from './code-size.ts'
import { BIOME, PRETTIER, SOLIDITY_FILES } from './format.ts'
import { runTool } from './run-tool.ts'
import { writeSnapshot } from './snapshot.ts'
import { storageLayouts } from './storage-layout.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Runs one step and stops at the first that fails, with the tool's own words. */
async function step(
  name: string,
  script: string,
  args: readonly string[],
): Promise<void> {
  const { ok, output } = await runTool(root, script, args)
  if (!ok) throw new Error(`${name} failed:\n${output}`)
  console.log(`ok    ${name}`)
}

async function fix(): Promise<void> {
  await step('format Solidity', PRETTIER, [
    '--log-level=warn',
    '--no-error-on-unmatched-pattern',
    '--write',
    SOLIDITY_FILES,
  ])
  // Formatting may have changed sources, and what follows reads the artifacts.
  await step('build', 'hardhat/dist/src/cli.js', ['build', '--no-tests'])
  const build = readBuildOutput(root)
  await generateBindings({
    root,
    artifactPaths: build.contracts.map(({ artifactPath }) => artifactPath),
  })
  const codes = errorCodes(build)
  writeErrorCodes(root, codes)
  writeSnapshot(root, codeSizes(build))
  writeSnapshot(root, storageLayouts(build))
  console.log('ok    bindings, error table, snapshots')
  // Last: what a linter cannot mend must not keep the rest from being written.
  await step('format and lint TypeScript', BIOME, ['check', '--write'])
  if (codes.problems.length > 0)
    throw new Error(`mend by hand:\n${codes.problems.join('\n')}`)
}

await fix().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
