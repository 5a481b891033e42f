import type { Check } from './check.ts'
import { problemsOf, runTool, type ToolResult } from './run-tool.ts'

export const PRETTIER = 'prettier/bin/prettier.cjs'
export const BIOME = '@biomejs/biome/bin/biome'
export const SOLIDITY_FILES = '{contracts,devnet,scripts,test}/**/*.sol'

/** What Biome prints above each file's difference. */
const BIOME_FILE = /^(\S+) format ━/gm

/** Prettier for Solidity, Biome for TypeScript and JSON. */
export const format: Check = {
  name: 'format',
  remedy: 'run: npm run fix',
  run: async ({ root }) => {
    const results = await Promise.all([
      runTool(root, PRETTIER, [
        '--no-error-on-unmatched-pattern',
        '--list-different',
        SOLIDITY_FILES,
      ]).then(problemsOf),
      runTool(root, BIOME, [
        'format',
        '--colors=off',
        '--max-diagnostics=none',
      ]).then(namesOnly),
    ])
    return results.flat()
  },
}

/** The differences fill screens and `npm run fix` removes them anyway. */
function namesOnly(result: ToolResult): readonly string[] {
  const names = [...result.output.matchAll(BIOME_FILE)].map(
    (match) => match[1] ?? '',
  )
  return result.ok || names.length === 0 ? problemsOf(result) : names
}
