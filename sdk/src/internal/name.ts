/** The name at a Solidity enum's number. */
export function nameOf<name extends string>(
  names: readonly name[],
  number: number,
): name {
  const name = names[number]
  if (name === undefined)
    throw new RangeError(`${number} is none of ${names.join(', ')}`)
  return name
}
