/** One small change to a source. */
export interface Mutant {
  /** Path from the repository's root. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly before: string
  readonly after: string
}

/** What is looked for in a line, and what takes its place. */
const operators: readonly (readonly [RegExp, string])[] = [
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/ \* /g, ' / '],
  [/ \/ /g, ' * '],
  [/ \+= /g, ' -= '],
  [/ -= /g, ' += '],
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ == /g, ' != '],
  [/ != /g, ' == '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/Up\(/g, 'Down('],
  [/Down\(/g, 'Up('],
  [/\+\+/g, '--'],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/\bMath\.ceilDiv\((.*), (\w+)\)/g, '(($1) / $2)'],
  [/\bMath\.min\(/g, 'Math.max('],
  [/\bMath\.max\(/g, 'Math.min('],
]

/** A statement on a line of its own, which a mutant leaves out. */
const statement =
  /^\s+(require\(.*\);|(if \(.*\) )?(_\w+\(.*\);|delete .*;)|[\w.[\]]+ [-+]?= .*;)$/

/** Where nothing that runs stands. */
const silent =
  /^\s*(\/\/|\/\*|\*|import |pragma |using |emit |event |error |function |constructor|return \($)/

/**
 * Finds the mutants of a source, in the order of its lines.
 *
 * @param file Its path, copied into each.
 * @param source Its text.
 * @returns Every change that one operator makes in one place.
 */
export function mutantsOf(file: string, source: string): Mutant[] {
  return source.split('\n').flatMap((before, index) => {
    if (silent.test(before) || before.trim() === '') return []
    const changed = operators.flatMap(([pattern, replacement]) =>
      [...before.matchAll(pattern)].map(
        ({ 0: found, index: at }) =>
          before.slice(0, at) +
          found.replace(new RegExp(pattern.source), replacement) +
          before.slice(at + found.length),
      ),
    )
    if (statement.test(before)) changed.push(before.replace(/\S.*/, ''))
    return changed.map((after) => ({ file, line: index + 1, before, after }))
  })
}
