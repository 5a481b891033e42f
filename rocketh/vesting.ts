import type { Schedule } from '../config/genesis.ts'

/**
 * The word that `VestingSchedule.sol` describes.
 *
 * @param schedule When a grant becomes its beneficiary's.
 * @param now Unix time at which the grant is made.
 * @returns The schedule in one word.
 */
export function scheduleWord(schedule: Schedule, now: bigint): bigint {
  const { cliff, duration, steps, immediateBps } = schedule
  const start = schedule.start === 'genesis' ? now : BigInt(schedule.start)
  return (
    start |
    (BigInt(cliff) << 40n) |
    (BigInt(duration) << 80n) |
    (BigInt(steps) << 120n) |
    (BigInt(immediateBps) << 136n)
  )
}
