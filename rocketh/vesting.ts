import type { Schedule } from '../config/genesis.ts'

/** When an amount becomes its owner's; the parts of `VestingSchedule.sol`. */
export interface ScheduleTerms {
  /** Unix seconds. */
  readonly start: bigint
  /** Seconds after the start. */
  readonly cliff: bigint
  /** Seconds after the start. */
  readonly duration: bigint
  /** 0 vests by the second. */
  readonly steps: bigint
  /** Basis points due at the start. */
  readonly immediateBps: bigint
}

/**
 * @param terms The parts, within the bounds of VestingFactory.
 * @returns The word that `VestingSchedule.sol` describes.
 */
export function packSchedule(terms: ScheduleTerms): bigint {
  return (
    terms.start |
    (terms.cliff << 40n) |
    (terms.duration << 80n) |
    (terms.steps << 120n) |
    (terms.immediateBps << 136n)
  )
}

/**
 * @param schedule When a grant becomes its beneficiary's.
 * @param now Unix time at which the grant is made.
 * @returns The schedule in one word.
 */
export function scheduleWord(schedule: Schedule, now: bigint): bigint {
  return packSchedule({
    start: schedule.start === 'genesis' ? now : BigInt(schedule.start),
    cliff: BigInt(schedule.cliff),
    duration: BigInt(schedule.duration),
    steps: BigInt(schedule.steps),
    immediateBps: BigInt(schedule.immediateBps),
  })
}
