import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { listFiles } from '../generate/build-output.ts'
import type { Check } from './check.ts'

/** Titles of tests: Solidity function names and the text of describe, it and test. */
const TITLE =
  /function\s+((?:test|invariant)\w*)|\b(?:describe|it|test)\(\s*(['"`])(.*?)\2/gs

/** Every MUST of `docs/spec/<domain>.md` has a test that names its number, as TOKEN-12 or, in Solidity, TOKEN_12. */
export const spec: Check = {
  name: 'spec',
  remedy:
    'name the number in the title of the test that proves it (test_TOKEN_12_..., or it("TOKEN-12: ..."))',
  run: async ({ root }) => {
    const proven = new Set(titles(root).flatMap(numbersIn))
    return listFiles(join(root, 'docs/spec'), '.md').flatMap((path) => {
      const prefix = basename(path, '.md').toUpperCase()
      const pattern = new RegExp(`\\b${prefix}-\\d+\\b`, 'g')
      const musts = new Set(readFileSync(path, 'utf8').match(pattern) ?? [])
      return [...musts]
        .filter((must) => !proven.has(must))
        .map((must) => `${must} stands in the title of no test`)
    })
  },
}

function titles(root: string): string[] {
  return ['test', 'sdk', 'devnet', 'cli', 'indexer']
    .flatMap((folder) => [
      ...listFiles(join(root, folder), '.t.sol'),
      ...listFiles(join(root, folder), '.sol'),
      ...listFiles(join(root, folder), '.ts'),
    ])
    .filter((path) => !path.includes('/node_modules/'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(TITLE)])
    .map((match) => match[1] ?? match[3] ?? '')
}

function numbersIn(title: string): string[] {
  const found = title.matchAll(/(?<![A-Za-z])([A-Z]{2,})[-_](\d+)(?!\d)/g)
  return [...found].map(([, domain, number]) => `${domain}-${number}`)
}
