import { describe, it } from 'node:test'
import { SimpleMerkleTree, StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { expect } from 'chai'
import { encodeAbiParameters, type Hex, keccak256, zeroHash } from 'viem'
import {
  agree,
  agreedRoot,
  observedRoot,
  type Weighed,
} from '../../../validator/src/round/observed.ts'
import {
  EMPTY_ROOT,
  type Finding,
  roundTree,
} from '../../../validator/src/round/tree.ts'

const word = (digit: string): Hex => `0x${digit.repeat(64)}`

function findings(count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    unit: BigInt(index + 1),
    configHash: keccak256(`0x0${index % 10}`),
    reachable: index % 3 !== 0,
    checkedAtBlock: 99n,
  }))
}

const view = (
  weight: bigint,
  units: [bigint, Hex, boolean][],
  block = 5n,
): Weighed => ({
  round: 1n,
  block,
  weight,
  units: units.map(([unit, configHash, reachable]) => ({
    unit,
    configHash,
    reachable,
  })),
})

describe('validator', () => {
  describe('round', () => {
    it('default: the order in which findings come changes nothing', () => {
      const list = findings(23)
      const shuffled = [...list].sort((a, b) =>
        keccak256(`0x0${a.unit % 10n}`) < keccak256(`0x0${b.unit % 10n}`)
          ? -1
          : 1,
      )
      const tree = roundTree(list)
      expect(roundTree(shuffled).root).to.equal(tree.root)
      expect(roundTree(list.reverse()).root).to.equal(tree.root)
    })

    it('behavior: leaves are hashed twice, as the registry does', () => {
      const tree = roundTree(findings(9))
      for (const finding of tree.findings) {
        const inner = keccak256(
          encodeAbiParameters(
            [
              { type: 'uint256' },
              { type: 'bytes32' },
              { type: 'bool' },
              { type: 'uint64' },
            ],
            [
              finding.unit,
              finding.configHash,
              finding.reachable,
              finding.checkedAtBlock,
            ],
          ),
        )
        const proof = tree.proofOf(finding.unit)
        expect(
          proof && SimpleMerkleTree.verify(tree.root, keccak256(inner), proof),
        ).to.equal(true)
      }
      expect(tree.proofOf(10n)).to.equal(undefined)
    })

    it('behavior: a round without units has a root that proves nothing', () => {
      expect(roundTree([]).root).to.equal(EMPTY_ROOT)
      expect(EMPTY_ROOT).to.not.equal(zeroHash)
      expect(
        StandardMerkleTree.verify(EMPTY_ROOT, ['uint256'], ['1'], []),
      ).to.equal(false)
    })

    it('error: a unit with two findings', () => {
      const [first] = findings(1) as [Finding]
      expect(() => roundTree([first, first])).to.throw('two findings')
    })

    it('behavior: ten thousand units take seconds', () => {
      const start = performance.now()
      roundTree(findings(10_000))
      expect(performance.now() - start).to.be.lessThan(20_000)
    })

    it('behavior: more than half of the weight decides, not of the heads', () => {
      const found = agree([
        view(60n, [[1n, word('a'), true]]),
        view(20n, [[1n, word('b'), true]]),
        view(20n, [[1n, zeroHash, false]]),
      ])
      expect(found).to.deep.equal([
        {
          unit: 1n,
          configHash: word('a'),
          reachable: true,
          checkedAtBlock: 5n,
        },
      ])
    })

    it('behavior: exactly half decides nothing', () => {
      const found = agree([
        view(50n, [[1n, word('a'), true]]),
        view(50n, [[1n, zeroHash, false]]),
      ])
      expect(found?.[0]).to.include({ reachable: false, configHash: zeroHash })
      expect(agree([view(50n, [], 5n), view(50n, [], 6n)])).to.equal(undefined)
    })

    it('behavior: reachable with configurations that differ shows none', () => {
      const found = agree([
        view(40n, [[1n, word('a'), true]]),
        view(40n, [[1n, word('b'), true]]),
        view(20n, [[1n, zeroHash, false]]),
      ])
      expect(found?.[0]).to.include({ reachable: true, configHash: zeroHash })
    })

    it('behavior: a unit that half did not see is left out', () => {
      const found = agree([
        view(50n, [
          [1n, word('a'), true],
          [2n, word('a'), true],
        ]),
        view(50n, [[1n, word('a'), true]]),
      ])
      expect(found?.map(({ unit }) => unit)).to.deep.equal([1n])
    })

    it('behavior: a minority that looked elsewhere changes nothing', () => {
      const honest = [
        view(40n, [[1n, word('a'), true]]),
        view(27n, [[1n, word('a'), true]]),
      ]
      const liar = view(
        33n,
        [
          [1n, word('b'), false],
          [9n, word('b'), true],
        ],
        7n,
      )
      expect(agreedRoot([...honest, liar])).to.equal(agreedRoot(honest))
    })

    it('behavior: what one signs of its view names block and every unit', () => {
      const a = view(1n, [[1n, word('a'), true]])
      const others = [
        view(1n, [[1n, word('a'), true]], 6n),
        view(1n, [[1n, word('a'), false]]),
        view(1n, [[2n, word('a'), true]]),
        view(1n, []),
      ]
      expect(observedRoot({ ...a, weight: 2n } as Weighed)).to.equal(
        observedRoot(a),
      )
      for (const other of others)
        expect(observedRoot(other)).to.not.equal(observedRoot(a))
    })
  })
})
