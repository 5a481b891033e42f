import { type Hex, zeroHash } from 'viem'
import { type GetLimits, get, NoAnswer } from './get.ts'
import { type HostReport, readReport, reportUrl } from './report.ts'

/** A machine to look at. */
export interface Target {
  readonly unit: bigint
  readonly endpoint: string
}

/** What was found on a unit. */
export interface Observation {
  readonly unit: bigint
  /** What its host showed; zero for nothing. */
  readonly configHash: Hex
  readonly reachable: boolean
}

/** What a probe may cost, and how often it is tried. */
export interface ProbeLimits extends GetLimits {
  /** Tries before a host is called unreachable. */
  readonly attempts: number
  /** Milliseconds between tries. */
  readonly pauseMs: number
  /** Hosts at a time. */
  readonly concurrency: number
}

/** A minute at most for a host that takes all its time. */
export const defaultLimits: ProbeLimits = {
  timeoutMs: 10_000,
  maxBytes: 16_384,
  maxRedirects: 2,
  addresses: 'public',
  attempts: 3,
  pauseMs: 10_000,
  concurrency: 32,
}

/**
 * Looks at a machine: it is reachable when it shows a report that its host key
 * signed.
 *
 * @param target The machine.
 * @param isGenuine Whether a report is the host's, and fresh.
 * @param limits What it may cost.
 * @returns What was found.
 */
export async function probe<target extends Target>(
  target: target,
  isGenuine: (target: target, report: HostReport) => Promise<boolean>,
  limits: ProbeLimits,
): Promise<Observation> {
  const { unit } = target
  for (let attempt = 1; attempt <= limits.attempts; attempt++) {
    const report = await ask(target, limits)
    if (report?.unit === unit && (await isGenuine(target, report)))
      return { unit, configHash: report.stateHash, reachable: true }
    if (attempt < limits.attempts) await sleep(limits.pauseMs)
  }
  return { unit, configHash: zeroHash, reachable: false }
}

async function ask(
  { endpoint, unit }: Target,
  limits: GetLimits,
): Promise<HostReport | undefined> {
  try {
    return readReport(await get(reportUrl(endpoint, unit), limits))
  } catch (error) {
    if (error instanceof NoAnswer) return undefined
    throw error
  }
}

/**
 * Looks at many machines.
 *
 * @param targets The machines.
 * @param isGenuine Whether a report is the host's, and fresh.
 * @param limits What they may cost.
 * @returns What was found, by unit number.
 */
export async function probeAll<target extends Target>(
  targets: readonly target[],
  isGenuine: (target: target, report: HostReport) => Promise<boolean>,
  limits: ProbeLimits,
): Promise<Observation[]> {
  const waiting = [...targets]
  const found: Observation[] = []
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      found.push(await probe(next, isGenuine, limits))
  }
  await Promise.all(Array.from({ length: limits.concurrency }, work))
  return found.sort((a, b) => (a.unit < b.unit ? -1 : 1))
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
