import type { ScheduleTerms } from '../../rocketh/vesting.ts'

const DAY = 86_400n
const BPS = 10_000n
/** The bounds of VestingFactory: a schedule outside them could never be claimed. */
const EARLIEST_START = 1_577_836_800n
const MAX_LEAD = 3_653n * DAY
const MAX_DURATION = 3_653n * DAY
const MIN_STEP = 3_600n
const MAX_STEPS = 2n ** 16n - 1n

/**
 * @param schedule What a line says.
 * @param now Unix seconds.
 * @returns Why the vesting factory would refuse it, or nothing.
 */
export function scheduleProblem(
  { start, cliff, duration, steps, immediateBps }: ScheduleTerms,
  now: bigint,
): string | undefined {
  if (start < EARLIEST_START || start > now + MAX_LEAD)
    return `start ${start} lies before 2020 or more than ten years ahead`
  if (duration > MAX_DURATION)
    return `duration ${duration} s is longer than ten years`
  if (cliff > duration)
    return `cliff ${cliff} s ends after the duration of ${duration} s`
  if (steps > MAX_STEPS) return `steps ${steps}: at most ${MAX_STEPS}`
  if (steps !== 0n && duration % steps !== 0n)
    return `${steps} steps do not divide the duration of ${duration} s`
  if (steps !== 0n && duration / steps < MIN_STEP)
    return `${steps} steps are shorter than an hour each`
  const most = duration === 0n ? 0n : BPS - 1n
  if (immediateBps > most)
    return `immediateBps ${immediateBps}: at most ${most} with this duration`
  return undefined
}
