import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { listFiles } from '../generate/build-output.ts'
import type { Check } from './check.ts'

const SOLIDITY_IMPORT = /^import\s[^"]*"([^"]+)"/gm
const TYPESCRIPT_IMPORT = /^(?:import|export)\s[^;'"]*from\s+'([^']+)'/gm

/** Who may import whom: see the house in CONTRIBUTING.md. */
export const imports: Check = {
  name: 'imports',
  remedy:
    'reach another domain through its interfaces/ or types/; in sdk/ import viem, sdk/ and typechain-types/ only, in validator/ what its package.json names',
  run: async ({ root }) => [
    ...offences(root, 'contracts', '.sol', SOLIDITY_IMPORT, mayUseSolidity),
    ...offences(root, 'sdk/src', '.ts', TYPESCRIPT_IMPORT, mayUseInSdk),
    ...offences(
      root,
      'validator/src',
      '.ts',
      TYPESCRIPT_IMPORT,
      mayUseInDaemon,
    ),
  ],
}

function offences(
  root: string,
  folder: string,
  ending: string,
  pattern: RegExp,
  mayUse: (file: string, target: string) => boolean,
): string[] {
  return listFiles(join(root, folder), ending).flatMap((absolute) => {
    const file = absolute.slice(root.length + 1)
    return [...readFileSync(absolute, 'utf8').matchAll(pattern)]
      .map((match) => match[1] ?? '')
      .map((name) =>
        name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
      )
      .filter((target) => !mayUse(file, target))
      .map((target) => `${file} imports ${target}`)
  })
}

function mayUseSolidity(file: string, target: string): boolean {
  const [top, domain] = target.split('/')
  // Beside scoped packages: pure functions that OpenZeppelin lacks (dates, escaping).
  if (top !== 'contracts')
    return target.startsWith('@') || target.startsWith('solady/src/utils/')
  return (
    domain === file.split('/')[1] ||
    domain === 'common' ||
    /\/(interfaces|types)\//.test(target)
  )
}

function mayUseInSdk(file: string, target: string): boolean {
  // Tests and examples beside the code run in Node.
  if (/\.test\.ts$/.test(file)) return true
  return /^(viem(\/|$)|sdk\/|typechain-types\/)/.test(target)
}

function mayUseInDaemon(_: string, target: string): boolean {
  return /^(node:|validator\/src\/|(viem|hono|commander|@hono\/node-server|@openmesh\/sdk|@openzeppelin\/merkle-tree)(\/|$))/.test(
    target,
  )
}
