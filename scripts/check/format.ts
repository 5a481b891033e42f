import type { Check } from './check.ts'
import { problemsOf, runTool } from './run-tool.ts'

export const PRETTIER = 'prettier/bin/prettier.cjs'
export const BIOME = '@biomejs/biome/bin/biome'
export const SOLIDITY_FILES = '{contracts,devnet,test}/**/*.sol'

/** Prettier for Solidity, Biome for TypeScript and JSON. */
export const format: Check = {
  name: 'format',
  remedy: 'run: npm run fix',
  run: async ({ root }) => {
    const results = await Promise.all([
      runTool(root, PRETTIER, [
        '--log-level=warn',
        '--no-error-on-unmatched-pattern',
        '--list-different',
        SOLIDITY_FILES,
      ]),
      runTool(root, BIOME, ['format', '--colors=off', '--max-diagnostics=10']),
    ])
    return results.flatMap(problemsOf)
  },
}
