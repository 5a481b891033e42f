import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A JSON object kept under `snapshots/` and reviewed like code. */
export interface Snapshot {
  /** Path from the project's root. */
  path: string
  content: Readonly<Record<string, unknown>>
}

/**
 * @param root Root folder of the project.
 * @param snapshot What it should hold now.
 * @returns One line per entry that is new, gone or different.
 */
export function compareSnapshot(
  root: string,
  { path, content }: Snapshot,
): string[] {
  const file = join(root, path)
  const before: Record<string, unknown> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {}
  return [...new Set([...Object.keys(before), ...Object.keys(content)])]
    .sort()
    .filter((key) => text(before[key]) !== text(content[key]))
    .map((key) => `${key}: ${describe(before[key], content[key])}`)
}

/** Writes what {@link compareSnapshot} compares with. */
export function writeSnapshot(root: string, { path, content }: Snapshot): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), `${JSON.stringify(content, undefined, 2)}\n`)
}

function describe(before: unknown, after: unknown): string {
  if (before === undefined) return 'not in the snapshot yet'
  if (after === undefined) return 'in the snapshot, but gone'
  if (typeof after === 'number') return `was ${before}, is ${after}`
  const old = new Set(lines(before))
  const now = new Set(lines(after))
  return [
    'changed',
    ...lines(before)
      .filter((line) => !now.has(line))
      .map((line) => `  - ${line}`),
    ...lines(after)
      .filter((line) => !old.has(line))
      .map((line) => `  + ${line}`),
  ].join('\n')
}

function lines(value: unknown): string[] {
  return (JSON.stringify(value, undefined, 1) ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? ''
}
