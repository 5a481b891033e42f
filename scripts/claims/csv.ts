import { type Address, checksumAddress, parseEther, zeroAddress } from 'viem'
import { packSchedule, type ScheduleTerms } from '../../rocketh/vesting.ts'
import { scheduleProblem } from './schedule.ts'

/** One line of the file that can be claimed. */
export interface Row {
  /** In the file, counted from 1. */
  readonly line: number
  readonly account: Address
  /** In wei. */
  readonly amount: bigint
  /** A VestingSchedule; 0 pays at once. */
  readonly schedule: bigint
}

/** Why a line cannot be claimed. */
export interface Problem {
  readonly line: number
  readonly reason: string
}

export interface ReadOptions {
  /** Unix seconds, for the bounds of schedules. */
  readonly now: bigint
  /** How addresses must be written. */
  readonly addresses: 'checksummed' | 'checksummed or lower case'
}

/** What the reader of one line throws; it becomes a problem of that line. */
class BadLine extends Error {}

const SCHEDULE_COLUMNS = ['start', 'cliff', 'duration', 'steps', 'immediateBps']
const COLUMNS = ['address', 'amount', 'amountWei', ...SCHEDULE_COLUMNS]
/** The contract keeps a campaign's total in 96 bits. */
const MAX_AMOUNT = 2n ** 96n - 1n

/**
 * Reads a list of claims.
 *
 * @param text CSV; the first line names the columns: `address`, then `amount`
 * in OPEN or `amountWei`, then, where amounts vest, `start` (date or Unix
 * seconds), `cliff` and `duration` (seconds, or days as in `182d`), `steps`
 * and `immediateBps`.
 * @param options How strict to be.
 * @returns What can be claimed, and every line that cannot be, with the reason.
 */
export function readRows(
  text: string,
  { now, addresses }: ReadOptions,
): { rows: Row[]; problems: Problem[] } {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = fieldsOf(header)
  const wrong = headerProblem(columns)
  if (wrong !== undefined)
    return { rows: [], problems: [{ line: 1, reason: wrong }] }

  const rows: Row[] = []
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  for (const [i, content] of lines.entries()) {
    if (content.trim() === '') continue
    const line = i + 2
    try {
      const field = fieldReader(columns, fieldsOf(content))
      const account = readAddress(field('address'), addresses)
      const key = account.toLowerCase()
      const first = seen.get(key)
      if (first !== undefined)
        throw new BadLine(`${account} stands in line ${first} already`)
      seen.set(key, line)
      const amount = readAmount(field('amount'), field('amountWei'))
      const schedule = readSchedule(field, now)
      rows.push({ line, account, amount, schedule })
    } catch (error) {
      if (!(error instanceof BadLine)) throw error
      problems.push({ line, reason: error.message })
    }
  }
  if (rows.length === 0 && problems.length === 0)
    problems.push({ line: 2, reason: 'there is nothing to claim' })
  return { rows, problems }
}

/** Addresses, numbers and dates need neither quotes nor commas. */
function fieldsOf(line: string): string[] {
  return line.split(',').map((field) => field.trim())
}

function headerProblem(columns: readonly string[]): string | undefined {
  const unknown = columns.find((name) => !COLUMNS.includes(name))
  if (unknown !== undefined)
    return `column "${unknown}" is unknown; columns are ${COLUMNS.join(', ')}`
  if (new Set(columns).size !== columns.length) return 'a column is named twice'
  if (!columns.includes('address')) return 'column "address" is missing'
  if (columns.includes('amount') === columns.includes('amountWei'))
    return 'name one of the columns "amount" (OPEN) and "amountWei"'
  return undefined
}

function fieldReader(columns: readonly string[], fields: readonly string[]) {
  if (fields.length !== columns.length)
    throw new BadLine(`${fields.length} fields, expected ${columns.length}`)
  return (name: string): string => fields[columns.indexOf(name)] ?? ''
}

function readAddress(
  text: string,
  addresses: ReadOptions['addresses'],
): Address {
  if (!/^0x[0-9a-fA-F]{40}$/.test(text))
    throw new BadLine(`"${text}" is no address`)
  if (text === zeroAddress) throw new BadLine('the zero address cannot claim')
  const account = checksumAddress(text as Address)
  if (account === text) return account
  if (text !== text.toLowerCase())
    throw new BadLine(
      `${text} has a wrong checksum: it was mistyped or altered`,
    )
  if (addresses === 'checksummed or lower case') return account
  throw new BadLine(
    `${text} has no checksum: copy it from a wallet, or pass --accept-lowercase`,
  )
}

function readAmount(open: string, wei: string): bigint {
  const amount = open === '' ? readInteger('amountWei', wei) : readOpen(open)
  if (amount === 0n) throw new BadLine('the amount is zero')
  if (amount > MAX_AMOUNT) throw new BadLine('the amount exceeds any supply')
  return amount
}

function readOpen(text: string): bigint {
  if (!/^\d+(\.\d{1,18})?$/.test(text))
    throw new BadLine(
      `amount "${text}": write OPEN as 1234.5, with at most 18 decimals`,
    )
  return parseEther(text)
}

function readInteger(name: string, text: string): bigint {
  if (!/^\d{1,40}$/.test(text))
    throw new BadLine(`${name} "${text}" is no whole number`)
  return BigInt(text)
}

/** All fields empty: at once. */
function readSchedule(field: (name: string) => string, now: bigint): bigint {
  if (SCHEDULE_COLUMNS.every((name) => field(name) === '')) return 0n
  const number = (name: string) =>
    field(name) === '' ? 0n : readInteger(name, field(name))
  const schedule: ScheduleTerms = {
    start: readStart(field('start')),
    cliff: readDuration('cliff', field('cliff')),
    duration: readDuration('duration', field('duration')),
    steps: number('steps'),
    immediateBps: number('immediateBps'),
  }
  const problem = scheduleProblem(schedule, now)
  if (problem !== undefined) throw new BadLine(problem)
  return packSchedule(schedule)
}

function readStart(text: string): bigint {
  if (/^\d+$/.test(text)) return readInteger('start', text)
  const match = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\dZ)?$/.exec(text)
  const time = match === null ? Number.NaN : Date.parse(text)
  // JavaScript takes 30 February for 2 March.
  const day = Number.isNaN(time)
    ? ''
    : new Date(time).toISOString().slice(0, 10)
  if (day === '' || day !== match?.[1])
    throw new BadLine(
      `start "${text}": write a date (2027-01-31, in UTC), a time (2027-01-31T12:00:00Z) or Unix seconds`,
    )
  return BigInt(time / 1000)
}

function readDuration(name: string, text: string): bigint {
  if (text === '') return 0n
  return text.endsWith('d')
    ? readInteger(name, text.slice(0, -1)) * 86_400n
    : readInteger(name, text)
}
