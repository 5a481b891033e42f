import { describe, it } from 'node:test'
import { expect } from 'chai'
import { addLcov, type LineHits, toLcov, toTable } from '../../scripts/lcov.ts'

const one =
  'TN:\nSF:contracts/B.sol\nDA:7,0\nDA:3,1\nLH:1\nLF:2\nend_of_record\n'
const other =
  'TN:\nSF:contracts/A.sol\nDA:1,1\nLH:1\nLF:1\nend_of_record\nSF:contracts/B.sol\nDA:7,1\nDA:3,1\nDA:9,0\nLH:2\nLF:3\nend_of_record\n'

describe('coverage', () => {
  const hits: LineHits = new Map()
  addLcov(hits, one)
  addLcov(hits, other)

  it('default: a line counts what it counted in each run', () => {
    expect(toLcov(hits)).to.equal(
      'TN:\nSF:contracts/A.sol\nDA:1,1\nLH:1\nLF:1\nend_of_record\nSF:contracts/B.sol\nDA:3,2\nDA:7,1\nDA:9,0\nLH:2\nLF:3\nend_of_record\n',
    )
  })

  it('default: a table, worst first, with the sum', () => {
    expect(toTable(hits).split('\n')).to.deep.equal([
      '  lines  hit/found  file',
      ' 66.7 %        2/3  contracts/B.sol',
      '100.0 %        1/1  contracts/A.sol',
      ' 75.0 %        3/4  all',
    ])
  })
})
