import type { Check } from './check.ts'
import { BIOME } from './format.ts'
import { problemsOf, runTool } from './run-tool.ts'

const SOLHINT = 'solhint/solhint.js'

/** Solhint for Solidity, with lighter rules for tests; Biome for the rest. */
export const lint: Check = {
  name: 'lint',
  remedy:
    'npm run fix mends what can be mended; else change the code, or silence one line with the reason beside it',
  run: async ({ root }) => {
    const solhint = async (config: string, files: string) => {
      const args = ['--noPoster', '--max-warnings=0', '-c', config, files]
      const result = await runTool(root, SOLHINT, args)
      return result.output.startsWith('No files to lint')
        ? []
        : problemsOf(result)
    }
    const results = await Promise.all([
      solhint(
        '.solhint.json',
        '{contracts,devnet/contracts,scripts/bench/contracts}/**/*.sol',
      ),
      solhint('test/.solhint.json', 'test/**/*.sol'),
      runTool(root, BIOME, [
        'check',
        '--formatter-enabled=false',
        '--error-on-warnings',
        '--colors=off',
        '--max-diagnostics=10',
      ]).then(problemsOf),
    ])
    return results.flat()
  },
}
