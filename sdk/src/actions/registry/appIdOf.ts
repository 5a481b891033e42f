import { type Address, encodeAbiParameters, type Hex, keccak256 } from 'viem'
import { checkAddress } from '../../internal/check.ts'

/**
 * Computes the id of an app. Asks no node, and says nothing about whether
 * there is such an app.
 *
 * @param parameters Who published it first, and its name.
 * @returns The id.
 * @throws OpenmeshError `InvalidAddress`.
 *
 * @example
 * const sameApp = appIdOf({ publisher: account, name: 'Data node' })
 */
export function appIdOf({ name, publisher }: appIdOf.Parameters): Hex {
  checkAddress('publisher', publisher)
  return keccak256(
    encodeAbiParameters(
      [{ type: 'address' }, { type: 'string' }],
      [publisher, name],
    ),
  )
}

export namespace appIdOf {
  export interface Parameters {
    /** Who published it first, which may have handed it over since. */
    publisher: Address
    name: string
  }
}
