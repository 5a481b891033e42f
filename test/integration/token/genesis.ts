import { describe, it } from 'node:test'
import { expect } from 'chai'
import {
  ALLOCATION,
  ALLOCATION_GROUPS,
  type AllocationGroup,
  allocationRow,
  GENESIS_SUPPLY,
} from '../../../config/allocation.ts'
import {
  GENESIS_FUNDING,
  GENESIS_GRANTS,
  GENESIS_VESTINGS,
} from '../../../config/genesis.ts'
import { governor } from '../../../config/governance.ts'

const sum = (values: readonly bigint[]) =>
  values.reduce((total, value) => total + value, 0n)
// A vesting wallet votes for its beneficiary from the first day.
const voting = [...GENESIS_GRANTS, ...GENESIS_VESTINGS]
const granted = sum(voting.map((grant) => grant.amount))
const byHolder = new Map<string, bigint>()
for (const grant of voting)
  byHolder.set(
    grant.recipient,
    (byHolder.get(grant.recipient) ?? 0n) + grant.amount,
  )
const quorum = (bps: bigint, floor: bigint) => {
  // Everything that was not granted is held for nobody, hence excluded.
  const fraction = (granted * bps) / 10_000n
  return fraction > floor ? fraction : floor
}

describe('config', () => {
  describe('allocation', () => {
    it('default: 25 rows whose caps sum to the supply', () => {
      expect(ALLOCATION).to.have.length(25)
      expect(sum(ALLOCATION.map((row) => row.cap))).to.equal(GENESIS_SUPPLY)
      expect(GENESIS_SUPPLY).to.equal(10n ** 27n)
    })

    it('default: each group has the share of the public table', () => {
      for (const [key, group] of Object.entries(ALLOCATION_GROUPS)) {
        const rows = ALLOCATION.filter((row) => row.group === key)
        const bps = rows.reduce((total, row) => total + row.bps, 0)
        expect(bps, key).to.equal(group.bps)
      }
      const groups = Object.keys(ALLOCATION_GROUPS) as AllocationGroup[]
      expect(groups).to.have.length(4)
    })

    it('default: ids are positions, keys are unique and fit 32 bytes', () => {
      expect(ALLOCATION.map((row) => row.id)).to.deep.equal([
        ...ALLOCATION.keys(),
      ])
      expect(new Set(ALLOCATION.map((row) => row.key)).size).to.equal(25)
      for (const row of ALLOCATION) expect(row.key).to.match(/^[a-z-]{1,31}$/)
    })
  })

  describe('genesis', () => {
    it('default: no row pays more than its cap', () => {
      for (const row of ALLOCATION) {
        const paid = [...GENESIS_FUNDING, ...voting].filter(
          (payment) => payment.row === row.key,
        )
        expect(sum(paid.map((payment) => payment.amount)) <= row.cap, row.key)
          .to.be.true
      }
      for (const grant of voting)
        expect(allocationRow(grant.row).key).to.equal(grant.row)
    })

    it('default: the team vests over 4 years after 182 days, sponsors over 365', () => {
      const terms = GENESIS_VESTINGS.map(({ row, schedule }) => [
        row,
        schedule.duration / 86_400,
        schedule.cliff / 86_400,
      ])
      expect(terms).to.deep.equal([
        ['team', 1460, 182],
        ['cloud-initiative', 365, 0],
        ['fundraising', 365, 0],
      ])
    })

    it('behavior: delegable votes are at least three times the quorum', () => {
      const standard = quorum(governor.quorumNumerator, governor.quorumFloor)
      expect(granted >= 3n * standard).to.be.true
    })

    it('behavior: five holders can pass a constitutional proposal', () => {
      const largest = [...byHolder.values()].sort((a, b) => (a < b ? 1 : -1))
      const needed = quorum(
        governor.constitutionalQuorumNumerator,
        governor.constitutionalQuorumFloor,
      )
      expect(sum(largest.slice(0, 5)) >= needed).to.be.true
    })
  })
})
