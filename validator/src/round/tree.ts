import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { type Hex, keccak256 } from 'viem'
import type { Observation } from '../probe/probe.ts'

/** What the validators say of a unit: a leaf of the round's tree. */
export interface Finding extends Observation {
  /** Block whose registry was compared with. */
  readonly checkedAtBlock: bigint
}

const leafEncoding = ['uint256', 'bytes32', 'bool', 'uint64']

/** What a round without units says: no leaf can be proven from it. */
export const EMPTY_ROOT: Hex = keccak256('0x')

type Row = [string, Hex, boolean, string]

/**
 * Builds the tree of a round: of the same findings, in whatever order they
 * come, always the same one.
 *
 * @param findings One for each unit.
 * @returns The root, and the proof of each unit's finding.
 * @throws RangeError when a unit is there twice.
 */
export function roundTree(findings: readonly Finding[]): {
  readonly root: Hex
  readonly findings: readonly Finding[]
  readonly proofOf: (unit: bigint) => Hex[] | undefined
} {
  const sorted = [...findings].sort((a, b) => (a.unit < b.unit ? -1 : 1))
  const places = new Map(sorted.map(({ unit }, place) => [unit, place]))
  if (places.size !== sorted.length)
    throw new RangeError('a unit has two findings')
  if (sorted.length === 0)
    return { root: EMPTY_ROOT, findings: sorted, proofOf: () => undefined }
  const tree = StandardMerkleTree.of(sorted.map(toRow), leafEncoding)
  return {
    root: tree.root as Hex,
    findings: sorted,
    proofOf: (unit) => {
      const place = places.get(unit)
      return place === undefined ? undefined : (tree.getProof(place) as Hex[])
    },
  }
}

function toRow({ checkedAtBlock, configHash, reachable, unit }: Finding): Row {
  return [String(unit), configHash, reachable, String(checkedAtBlock)]
}
