import type { Address, Hex } from 'viem'
import { invalidArguments } from '../../errors/sdkErrors.ts'
import { checkAddress } from '../../internal/check.ts'
import { type ClaimLeaf, type ClaimsTree, leafEncoding } from './leaf.ts'
import { verifyClaim } from './verifyClaim.ts'

/**
 * Finds what an account may claim in a campaign's published file, and proves
 * it. Asks no node: whether a campaign has the file's root, `getClaim` says.
 *
 * @param parameters The file, parsed, and whose claims.
 * @returns The leaves with their proofs; none if the account is not listed.
 * @throws OpenmeshError `InvalidArguments` for a file that is no such tree or
 * whose nodes do not belong together, `InvalidAddress`.
 *
 * @example
 * const leaves = findClaims({ tree, account })
 */
export function findClaims(parameters: findClaims.Parameters): ClaimLeaf[] {
  const { account, tree } = parameters
  checkAddress('account', account)
  const [root] = tree.tree
  if (
    root === undefined ||
    tree.format !== 'standard-v1' ||
    tree.leafEncoding.join() !== leafEncoding.join()
  )
    throw notATree('it is not what `npm run claims` writes')
  // Lists can be long: addresses are compared as text.
  const wanted = account.toLowerCase()
  return tree.values
    .filter(({ value }) => value[1].toLowerCase() === wanted)
    .map((entry) => {
      const leaf = provenLeaf(root, tree.tree, entry)
      if (leaf !== undefined) return leaf
      throw notATree(
        `its nodes do not prove the leaf of index ${entry.value[0]}`,
      )
    })
}

export namespace findClaims {
  export interface Parameters {
    /** The published file. */
    tree: ClaimsTree
    /** Whose claims. */
    account: Address
  }
}

/** The leaf with its proof, or undefined where the file is broken. */
function provenLeaf(
  root: Hex,
  nodes: readonly Hex[],
  { treeIndex, value }: ClaimsTree['values'][number],
): ClaimLeaf | undefined {
  const [index, account, amount, schedule] = value
  try {
    const leaf = {
      index: BigInt(index),
      account,
      amount: BigInt(amount),
      schedule: BigInt(schedule),
      proof: proofOf(nodes, treeIndex),
    }
    return verifyClaim({ root, leaf }) ? leaf : undefined
  } catch {
    // A number or node that is none.
    return undefined
  }
}

/** The sibling of each node on the way up. */
function proofOf(nodes: readonly Hex[], leaf: number): Hex[] {
  const proof: Hex[] = []
  for (let node = leaf; node > 0; node = (node - 1) >> 1) {
    const sibling = nodes[node % 2 === 0 ? node - 1 : node + 1]
    if (sibling === undefined) throw new RangeError(`no node beside ${node}`)
    proof.push(sibling)
  }
  return proof
}

function notATree(reason: string) {
  return invalidArguments(
    'findClaims',
    `the tree is unusable: ${reason}`,
    undefined,
  )
}
