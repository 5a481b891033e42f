/**
 * @param weight What some weigh.
 * @param total What all weigh.
 * @returns Whether that is more than two thirds, as the contract counts.
 */
export function isQuorum(weight: bigint, total: bigint): boolean {
  return 3n * weight > 2n * total
}

/** @returns The sum of the weights. */
export function weightOf(items: readonly { weight: bigint }[]): bigint {
  return items.reduce((sum, { weight }) => sum + weight, 0n)
}
