import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * The files that a person named.
 *
 * @param help What `--help` prints, after which the process ends.
 * @param ending What a file has to end in.
 * @param described The same, in words.
 * @returns The files, none for all of them. Ends the process for anything else.
 */
export function filesGiven(
  help: string,
  ending: RegExp,
  described: string,
): readonly string[] {
  const files = process.argv.slice(2)
  if (files.includes('--help')) {
    process.stdout.write(help)
    process.exit(0)
  }
  const unknown = files.filter(
    (file) => !ending.test(file) || !existsSync(file),
  )
  if (unknown.length === 0) return files
  process.stderr.write(
    `openmesh: ${unknown.join(', ')}: give files of test/ that end in ${described} (see --help)\n`,
  )
  process.exit(1)
}

/**
 * The files of each domain (`test/unit/token`, `test/invariant/token`) apart:
 * the compiler from npm has a 32-bit memory, which the output for all of them
 * at once no longer fits into.
 */
export function byDomain(
  files: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const domains = new Map<string, string[]>()
  for (const file of files) {
    const domain = basename(dirname(file))
    domains.set(domain, [...(domains.get(domain) ?? []), file])
  }
  return domains
}

/** What Hardhat said of its tests: `12 passing (3 s)` and `1 failing` on lines of their own. */
export function countTests(output: string): {
  passed: number
  failed: number
} {
  const text = stripVTControlCharacters(output)
  const count = (word: 'passing' | 'failing') =>
    [...text.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce(
      (sum, match) => sum + Number(match[1]),
      0,
    )
  return { passed: count('passing'), failed: count('failing') }
}
