import { type Address, type Hex, zeroAddress } from 'viem'

/** An app of the catalogue. Its name is a stranger's text: it vouches for nothing. */
export interface App {
  /** Its id. */
  app: Hex
  /** Who can add versions now. */
  publisher: Address
  /** Who can take it over now; undefined for nobody. */
  offeredTo: Address | undefined
  /** Number of its latest version; they are numbered from 1. */
  versionCount: bigint
  /** Printable ASCII. */
  name: string
}

/** Makes what the catalogue returns an App. */
export function toApp(
  app: Hex,
  found: Omit<App, 'app' | 'offeredTo'> & { offeredTo: Address },
): App {
  const { name, offeredTo, publisher, versionCount } = found
  return {
    app,
    publisher,
    offeredTo: offeredTo === zeroAddress ? undefined : offeredTo,
    versionCount,
    name,
  }
}
