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

/** The name that a contract of an address book was deployed under. */
export function deployedName(key: string): string {
  return `${key.charAt(0).toUpperCase()}${key.slice(1)}`
}
