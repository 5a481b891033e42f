import { invalidArguments } from '../../errors/sdkErrors.ts'

/** When a grant becomes its beneficiary's. All zero: everything at once. */
export interface VestingSchedule {
  /** Timestamp in seconds. */
  start: bigint
  /** Seconds after the start before which only the immediate part is due. */
  cliff: bigint
  /** Seconds from the start until all is due. */
  duration: bigint
  /** Equal steps; 0 vests by the second. */
  steps: number
  /** Basis points due at the start. */
  immediateBps: number
}

/** From the lowest bits up, as `VestingSchedule.sol` has them. */
const fields = [
  ['start', 40n],
  ['cliff', 40n],
  ['duration', 40n],
  ['steps', 16n],
  ['immediateBps', 16n],
] as const

/** The fields together. */
const WORD_BITS = 152n

/**
 * Packs a schedule into the word that the contracts and the leaves of claims
 * carry. Whether a grant may have it is for the factory to say.
 *
 * @param schedule The schedule.
 * @returns The word.
 * @throws OpenmeshError `InvalidArguments` for a field beyond its bits.
 *
 * @example
 * const schedule = {
 *   start: vestingStart,
 *   cliff: 30n * 86_400n,
 *   duration: 360n * 86_400n,
 *   steps: 12,
 *   immediateBps: 1_000,
 * }
 * const word = encodeVestingSchedule(schedule)
 */
export function encodeVestingSchedule(schedule: VestingSchedule): bigint {
  let word = 0n
  let shift = 0n
  for (const [name, bits] of fields) {
    word |= fieldWithin(name, schedule[name], bits) << shift
    shift += bits
  }
  return word
}

/**
 * Unpacks the word of a schedule.
 *
 * @param word The word.
 * @returns The schedule.
 * @throws OpenmeshError `InvalidArguments` for bits that mean nothing.
 *
 * @example
 * const { start, duration } = decodeVestingSchedule(word)
 */
export function decodeVestingSchedule(word: bigint): VestingSchedule {
  if (word < 0n || word >> WORD_BITS !== 0n)
    throw refusal(
      'decodeVestingSchedule',
      `${word} is not of ${WORD_BITS} bits`,
    )
  const at = (shift: bigint, bits: bigint) =>
    BigInt.asUintN(Number(bits), word >> shift)
  return {
    start: at(0n, 40n),
    cliff: at(40n, 40n),
    duration: at(80n, 40n),
    steps: Number(at(120n, 16n)),
    immediateBps: Number(at(136n, 16n)),
  }
}

function fieldWithin(
  name: string,
  value: bigint | number,
  bits: bigint,
): bigint {
  const isWhole = typeof value === 'bigint' || Number.isSafeInteger(value)
  if (isWhole && value >= 0 && BigInt(value) >> bits === 0n)
    return BigInt(value)
  throw refusal(
    'encodeVestingSchedule',
    `${name} is ${value}, not a whole number of ${bits} bits`,
  )
}

function refusal(functionName: string, reason: string) {
  return invalidArguments(functionName, reason, undefined)
}
