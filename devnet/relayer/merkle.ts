import { concat, type Hex, keccak256, pad } from 'viem'

/** Separates inner nodes from leaves. */
const innerDomain = pad('0x01', { size: 32 })

/** Stands where a layer has an odd node, as in production. */
const filler: Hex = `0x${'ff'.repeat(32)}`

export interface MerkleProof {
  readonly proofs: readonly Hex[]
  /** Bit i is 1 where step i takes the next known hash, 0 where a proof. */
  readonly proofFlagBits: bigint
}

export interface MerkleTree {
  readonly root: Hex
  /** Proves the leaves at `indices`, which must be ascending. */
  readonly prove: (indices: readonly number[]) => MerkleProof
}

/**
 * Builds the tree that CCIP commits: pairs are sorted, leaves are not.
 *
 * @param leaves - At least one.
 * @returns Its root, and proofs of any subset of leaves.
 */
export function createMerkleTree(leaves: readonly Hex[]): MerkleTree {
  const layers: Hex[][] = [[...leaves]]
  for (;;) {
    const layer = layers.at(-1) ?? []
    const [root] = layer
    if (root === undefined) throw new Error('A tree needs a leaf')
    if (layer.length === 1) {
      return { root, prove: (indices) => prove(layers, indices) }
    }
    if (layer.length % 2 === 1) layer.push(filler)
    layers.push(parents(layer))
  }
}

function parents(layer: readonly Hex[]): Hex[] {
  const next: Hex[] = []
  for (let index = 0; index < layer.length; index += 2) {
    next.push(hashPair(at(layer, index), at(layer, index + 1)))
  }
  return next
}

function hashPair(a: Hex, b: Hex): Hex {
  const [left, right] = BigInt(a) < BigInt(b) ? [a, b] : [b, a]
  return keccak256(concat([innerDomain, left, right]))
}

function prove(
  layers: readonly (readonly Hex[])[],
  indices: readonly number[],
): MerkleProof {
  const proofs: Hex[] = []
  let proofFlagBits = 0n
  let step = 0n
  let known = indices
  for (const layer of layers.slice(0, -1)) {
    const next: number[] = []
    for (let position = 0; position < known.length; position++, step++) {
      const index = at(known, position)
      const sibling = index ^ 1
      if (known[position + 1] === sibling) {
        proofFlagBits |= 1n << step
        position++
      } else {
        proofs.push(at(layer, sibling))
      }
      next.push(index >> 1)
    }
    known = next
  }
  return { proofs, proofFlagBits }
}

function at<item>(list: readonly item[], index: number): item {
  const found = list[index]
  if (found === undefined) throw new Error(`The tree has no node ${index}`)
  return found
}
