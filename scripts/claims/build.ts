import { formatEther, type Hex } from 'viem'
import { type Problem, type ReadOptions, type Row, readRows } from './csv.ts'
import { type TreeFile, treeOf } from './tree.ts'

export interface BuildOptions extends ReadOptions {
  /** Most that the list may sum to, in wei. */
  readonly budget: bigint
  /** Most that will leave within any 7 days, in wei; absent without limit. */
  readonly weeklyLimit?: bigint
}

/** What a list promises. */
export interface Totals {
  readonly leaves: number
  /** All amounts below are in wei. */
  readonly total: bigint
  readonly atOnce: bigint
  readonly vesting: bigint
  readonly budget: bigint
  readonly largest: bigint
  readonly weeklyLimit?: bigint
  /** Least that lets the whole list through the weekly limit. */
  readonly leastDays: number
}

/** Every line that cannot be claimed, with the reason. */
export class ClaimsRefused extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort((a, b) => a.line - b.line)
    super(
      sorted.map(({ line, reason }) => `line ${line}: ${reason}`).join('\n'),
    )
    this.name = 'ClaimsRefused'
    this.problems = sorted
  }
}

/** As in MerkleClaims and its WeeklyOutflow. */
const SHARE = 4n
const SPAN_DAYS = 7.25
const MIN_TERM_DAYS = 7
const MAX_TERM_DAYS = 1_825

/**
 * Checks a list and says what it promises.
 *
 * @param text CSV as `readRows` takes it.
 * @param options Bounds of the list.
 * @returns The lines, in their order, and their totals.
 * @throws {@link ClaimsRefused} While any line cannot be claimed.
 */
export function checkClaims(
  text: string,
  options: BuildOptions,
): { rows: Row[]; totals: Totals } {
  const { rows, problems } = readRows(text, options)
  const totals = totalsOf(rows, options)
  const all = [
    ...problems,
    ...beyondBudget(rows, options.budget),
    ...beyondLimit(rows, totals),
  ]
  if (all.length > 0) throw new ClaimsRefused(all)
  return { rows, totals }
}

/**
 * Builds the tree of a list. The same text gives the same tree, byte by byte:
 * a line's index is its place among the lines.
 *
 * @param text CSV as `readRows` takes it.
 * @param options Bounds of the list.
 * @returns The root to promise, the file to publish, and the totals.
 * @throws {@link ClaimsRefused} While any line cannot be claimed.
 */
export function buildClaims(
  text: string,
  options: BuildOptions,
): { root: Hex; tree: TreeFile; totals: Totals } {
  const { rows, totals } = checkClaims(text, options)
  const tree = treeOf(
    rows.map(({ account, amount, schedule }, index) => ({
      index: BigInt(index),
      account,
      amount,
      schedule,
    })),
  )
  const [root] = tree.tree
  if (root === undefined) throw new Error('a tree of no node')
  return { root, tree, totals }
}

function totalsOf(
  rows: readonly Row[],
  { budget, weeklyLimit }: BuildOptions,
): Totals {
  let [atOnce, vesting, largest] = [0n, 0n, 0n]
  for (const { amount, schedule } of rows) {
    if (schedule === 0n) atOnce += amount
    else vesting += amount
    if (amount > largest) largest = amount
  }
  const total = atOnce + vesting
  const limited = weeklyLimit !== undefined && weeklyLimit < total
  return {
    leaves: rows.length,
    total,
    atOnce,
    vesting,
    budget,
    largest,
    ...(limited ? { weeklyLimit } : {}),
    leastDays: limited ? daysFor(total, weeklyLimit) : MIN_TERM_DAYS,
  }
}

/** While more is waiting, three quarters of the limit leave per span for certain; the first span begins at once. */
function daysFor(total: bigint, weeklyLimit: bigint): number {
  const perSpan = (weeklyLimit / SHARE) * (SHARE - 1n)
  if (perSpan === 0n) return Number.POSITIVE_INFINITY
  const spans = Number((total + perSpan - 1n) / perSpan)
  return Math.max(MIN_TERM_DAYS, Math.ceil(spans * SPAN_DAYS))
}

function beyondBudget(rows: readonly Row[], budget: bigint): Problem[] {
  let total = 0n
  for (const { line, amount } of rows) {
    total += amount
    if (total > budget)
      return [
        {
          line,
          reason: `up to here the list sums to ${formatEther(total)} OPEN, more than the budget of ${formatEther(budget)} OPEN`,
        },
      ]
  }
  return []
}

function beyondLimit(
  rows: readonly Row[],
  { weeklyLimit, total, leastDays }: Totals,
): Problem[] {
  if (weeklyLimit === undefined) return []
  const most = weeklyLimit / SHARE
  const tooLarge = rows
    .filter(({ amount }) => amount > most)
    .map(({ line, amount }) => ({
      line,
      reason: `${formatEther(amount)} OPEN is more than ${formatEther(most)} OPEN, the quarter of the weekly limit that one claim may take`,
    }))
  const last = rows.at(-1)
  if (last === undefined || leastDays <= MAX_TERM_DAYS) return tooLarge
  return [
    ...tooLarge,
    {
      line: last.line,
      reason: `the list sums to ${formatEther(total)} OPEN, more than the weekly limit lets through in the ${MAX_TERM_DAYS} days that a campaign may last`,
    },
  ]
}
