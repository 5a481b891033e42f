/**
 * Writes JSON in which a bigint is a string.
 *
 * @param value What to write.
 * @param indent Spaces of each level; one line when left out.
 * @returns The text.
 */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_, item) => (typeof item === 'bigint' ? item.toString() : item),
    indent,
  )
}

/** Whether something parsed is an object with fields, and not null or a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads a whole number that came as a string or a safe number.
 *
 * @param value Something parsed.
 * @returns The number, or undefined for what is none or negative.
 */
export function toUint(value: unknown): bigint | undefined {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : undefined
  if (typeof value !== 'string' || !/^\d{1,78}$/.test(value)) return undefined
  return BigInt(value)
}
