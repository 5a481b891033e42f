import type { Check } from './check.ts'
import { problemsOf, runTool } from './run-tool.ts'

/** The TypeScript compiler over everything that `tsconfig.json` names. */
export const types: Check = {
  name: 'types',
  remedy: 'mend the types; no `any`, no cast that hides the cause',
  run: async ({ root }) =>
    problemsOf(
      await runTool(root, 'typescript/bin/tsc', [
        '--noEmit',
        '--pretty',
        'false',
      ]),
    ),
}
