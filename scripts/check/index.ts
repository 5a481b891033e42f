import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOutput, readBuildOutput } from '../generate/build-output.ts'
import type { Check, CheckContext } from './check.ts'
import { codeSize } from './code-size.ts'
import { format } from './format.ts'
import { generated } from './generated.ts'
import { imports } from './imports.ts'
import { lint } from './lint.ts'
import { natspec } from './natspec.ts'
import { paths } from './paths.ts'
import { spec } from './spec.ts'
import { storageLayout } from './storage-layout.ts'
import { types } from './types.ts'
import { warnings } from './warnings.ts'

const CHECKS: readonly Check[] = [
  format,
  lint,
  types,
  imports,
  natspec,
  spec,
  paths,
  warnings,
  codeSize,
  storageLayout,
  generated,
]
/** More than a screen of one check's words hides the next one's. */
const MAX_LINES = 40

async function outcomeOf(
  { name, remedy, run }: Check,
  context: CheckContext,
): Promise<boolean> {
  const began = performance.now()
  const problems = await run(context).catch((error: unknown) => [
    error instanceof Error ? error.message : String(error),
  ])
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (problems.length === 0) {
    console.log(`ok    ${name} (${seconds} s)`)
    return true
  }
  const lines = problems.flatMap((problem) => problem.split('\n'))
  console.log(`FAIL  ${name} (${seconds} s)`)
  for (const line of lines.slice(0, MAX_LINES)) console.log(`        ${line}`)
  if (lines.length > MAX_LINES)
    console.log(`        and ${lines.length - MAX_LINES} more lines`)
  console.log(`      ${remedy}`)
  return false
}

/** @returns The last build, or nothing after saying why it cannot be used. */
function lastBuild(): BuildOutput | undefined {
  try {
    return readBuildOutput(root)
  } catch (error) {
    console.log(
      `FAIL  build: ${error instanceof Error ? error.message : error}`,
    )
    return undefined
  }
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const build = lastBuild()
const outcomes =
  build === undefined
    ? [false]
    : await Promise.all(
        CHECKS.map((check) => outcomeOf(check, { root, build })),
      )
const failed = outcomes.filter((ok) => !ok).length
console.log(
  failed === 0
    ? `${outcomes.length} checks passed`
    : `${failed} of ${outcomes.length} checks failed`,
)
process.exitCode = failed === 0 ? 0 : 1
