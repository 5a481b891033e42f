import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateBindings } from '../generate/bindings.ts'
import { listFiles } from '../generate/build-output.ts'
import { errorCodes } from '../generate/error-codes.ts'
import type { Check, CheckContext } from './check.ts'

const BINDINGS = 'typechain-types'
/** What generated files are made from. */
const ORIGINS = ['contracts', 'hardhat.config.ts', 'scripts/generate']

/** Generated files hold what their generator writes, and were committed so. */
export const generated: Check = {
  name: 'generated files',
  remedy: 'run: npm run fix, and commit what it changed',
  run: async (context) => {
    const codes = errorCodes(context.build)
    const outdated = Object.entries(codes.files)
      .filter(([path, text]) => read(join(context.root, path)) !== text)
      .map(([path]) => `${path} differs from what the contracts say`)
    return [
      ...codes.problems,
      ...outdated,
      ...(await differingBindings(context)),
      ...committedStale(context.root, [BINDINGS, ...Object.keys(codes.files)]),
    ]
  },
}

async function differingBindings({
  root,
  build,
}: CheckContext): Promise<string[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'openmesh-bindings-'))
  try {
    await generateBindings({
      root,
      artifactPaths: build.contracts.map(({ artifactPath }) => artifactPath),
      outDir,
    })
    const now = new Set([
      ...relativeFiles(outDir),
      ...relativeFiles(join(root, BINDINGS)),
    ])
    return [...now]
      .filter(
        (path) => read(join(outDir, path)) !== read(join(root, BINDINGS, path)),
      )
      .map((path) => `${BINDINGS}/${path} differs from the artifacts`)
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

/** A build before this check rewrites stale files in silence; git still knows that nothing they come from changed. */
function committedStale(root: string, paths: readonly string[]): string[] {
  const changed = (of: readonly string[]) => {
    try {
      const args = ['status', '--porcelain', '--', ...of]
      return execFileSync('git', args, {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
      })
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.slice(3))
    } catch {
      // Not a git checkout: nothing to compare with.
      return []
    }
  }
  return changed(ORIGINS).length > 0
    ? []
    : changed(paths).map((path) => `${path} was committed stale`)
}

function relativeFiles(folder: string): string[] {
  return listFiles(folder, '.ts').map((path) => path.slice(folder.length + 1))
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
