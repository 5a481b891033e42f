import type { Hex } from 'viem'
import { type ClaimLeaf, rootOf } from './leaf.ts'

/**
 * Says whether a leaf is in the tree of a root, by its proof. Asks no node.
 *
 * @param parameters The root, for example that of `getCampaign`, and the leaf.
 * @returns Whether it is; it may be claimed already.
 *
 * @example
 * const isPromised = verifyClaim({ root, leaf })
 */
export function verifyClaim({ root, leaf }: verifyClaim.Parameters): boolean {
  return rootOf(leaf) === root.toLowerCase()
}

export namespace verifyClaim {
  export interface Parameters {
    /** Root of the campaign's tree. */
    root: Hex
    leaf: ClaimLeaf
  }
}
