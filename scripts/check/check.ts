import type { BuildOutput } from '../generate/build-output.ts'

/** What a check may look at. */
export interface CheckContext {
  /** Root folder of the project. */
  root: string
  /** What the last build left. */
  build: BuildOutput
}

/** One concern of `npm run check`. */
export interface Check {
  /** A word or two, printed in front of the outcome. */
  name: string
  /** What to do when it fails. */
  remedy: string
  /** @returns One line per problem; none when all is well. */
  run: (context: CheckContext) => Promise<readonly string[]>
}
