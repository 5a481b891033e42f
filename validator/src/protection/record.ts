import { createHash } from 'node:crypto'
import { type Hex, isHex, size } from 'viem'
import { isRecord, toJson, toUint } from '../json.ts'
import { ALL_KINDS, type Entry, type Scope } from './statement.ts'

/** What the first line says, before anything is signed. */
interface Header {
  readonly format: 'openmesh-signed'
  readonly version: 1
  readonly scope: Scope
}

/** Enough to tell every slip and every torn write; nobody is to be kept out. */
const CHECK_LENGTH = 16

/**
 * Chains a line to the one before it, so that one that is missing or changed
 * in the middle is noticed.
 *
 * @param previous Check of the line before; empty for the first.
 * @param body What the line says.
 * @returns Its check.
 */
function checkOf(previous: string, body: string): string {
  return createHash('sha256')
    .update(`${previous}\n${body}`)
    .digest('hex')
    .slice(0, CHECK_LENGTH)
}

/** A line, ready to be written, and its check for the next one. */
export interface Line {
  readonly text: string
  readonly check: string
}

function toLine(previous: string, body: string): Line {
  const check = checkOf(previous, body)
  return { text: `${check} ${body}\n`, check }
}

/**
 * @param scope Whose file it is.
 * @returns The first line.
 */
export function headerLine(scope: Scope): Line {
  const header: Header = { format: 'openmesh-signed', version: 1, scope }
  return toLine('', toJson(header))
}

/**
 * @param previous Check of the line before.
 * @param entry What to write.
 * @returns The line.
 */
export function entryLine(previous: string, entry: Entry): Line {
  return toLine(previous, toJson(entry))
}

/**
 * @param previous Check of the line before.
 * @param line A line without its end.
 * @returns What it says and its check, or undefined when it is damaged.
 */
export function readLine(
  previous: string,
  line: string,
): { value: unknown; check: string } | undefined {
  const check = line.slice(0, CHECK_LENGTH)
  const body = line.slice(CHECK_LENGTH + 1)
  if (line[CHECK_LENGTH] !== ' ' || checkOf(previous, body) !== check)
    return undefined
  return { value: JSON.parse(body), check }
}

/**
 * @param value What a first line says.
 * @returns Whose file it is, or undefined when it is another sort of file.
 */
export function readScope(value: unknown): Scope | undefined {
  if (!isRecord(value) || value.format !== 'openmesh-signed') return undefined
  if (value.version !== 1 || !isRecord(value.scope)) return undefined
  return value.scope as unknown as Scope
}

/**
 * @param value What a line says, or an item of an import.
 * @returns The entry, or undefined for what is none.
 */
export function readEntry(value: unknown): Entry | undefined {
  if (!isRecord(value)) return undefined
  if (value.type === 'floor') {
    const round = toUint(value.round)
    const { kind } = value
    return round !== undefined && (kind === ALL_KINDS || isKind(kind))
      ? { type: 'floor', kind, round }
      : undefined
  }
  if (value.type !== 'signed' || !isRecord(value.statement)) return undefined
  const { kind, root, subject } = value.statement
  const round = toUint(value.statement.round)
  return round !== undefined && isKind(kind) && isWord(subject) && isWord(root)
    ? { type: 'signed', statement: { round, kind, subject, root } }
    : undefined
}

/** Whether something is the kind of a statement: a byte. */
export function isKind(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 256
}

/** Whether something is 32 bytes of hex. */
export function isWord(value: unknown): value is Hex {
  return isHex(value) && size(value) === 32 && value.length === 66
}
