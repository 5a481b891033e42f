import { type Address, zeroAddress } from 'viem'

/** The machine of a unit. */
export interface Host {
  /** Account that signs its reports; undefined for nobody. */
  key: Address | undefined
  /** Owner or tenant for whom it was set. */
  holder: Address
  /** Timestamp at which it was set. */
  setAt: bigint
  /** Whether the holder is the unit's owner or tenant now. */
  isCurrent: boolean
  /** Printable ASCII; empty for nowhere. */
  endpoint: string
}

/** Makes what the registry returns a Host, if one was ever set. */
export function toHost({
  current,
  endpoint,
  holder,
  key,
  setAt,
}: {
  key: Address
  holder: Address
  setAt: number
  current: boolean
  endpoint: string
}): Host | undefined {
  if (setAt === 0) return undefined
  return {
    key: key === zeroAddress ? undefined : key,
    holder,
    setAt: BigInt(setAt),
    isCurrent: current,
    endpoint,
  }
}
