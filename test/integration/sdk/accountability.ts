import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  concat,
  encodeAbiParameters,
  getAddress,
  type Hex,
  keccak256,
  parseAbiParameters,
  parseEther,
  size,
  stringToHex,
  toHex,
  zeroHash,
} from 'viem'
import { addressOf } from '../../../devnet/accounts.ts'
import { signAttestation } from '../../../sdk/src/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { newKey, register, selfStake } from '../../helpers/validators.ts'

const DAY = 86_400n

const sdk = sdkWorld()

describe('staking', () => {
  describe('reportEquivocation', () => {
    const key = newKey()
    const subject = keccak256(stringToHex('xnodes'))
    const roots = [
      keccak256(stringToHex('one')),
      keccak256(stringToHex('another')),
    ] as const

    async function statements(signers = [key, key]) {
      const topic = { round: (await sdk.now()) / DAY, kind: 1, subject }
      const client = sdk.as('buyer')
      const [a, b] = [signers[0] ?? key, signers[1] ?? key]
      const first = await client.signAttestation({
        topic,
        root: roots[0],
        signer: a,
      })
      const second = await client.signAttestation({
        topic,
        root: roots[1],
        signer: b,
      })
      return { topic, first, second }
    }

    let validator = 0n
    before(async () => {
      ;({ validator } = await register(sdk, 'expansion-sponsors', key))
    })

    it('error: Accountability_SameStatement', async () => {
      const { first, topic } = await statements()
      const error = await refusal(
        sdk.as('buyer').reportEquivocation({ topic, first, second: first }),
      )
      expect(error.errorName).to.equal('Accountability_SameStatement')
      expect(error.args).to.deep.equal([roots[0]])
    })

    it('error: Accountability_DifferentSigners', async () => {
      const other = newKey()
      const evidence = await statements([key, other])
      const error = await refusal(sdk.as('buyer').reportEquivocation(evidence))
      expect(error.errorName).to.equal('Accountability_DifferentSigners')
      expect(error.args).to.deep.equal([key.address, other.address])
    })

    it('error: Accountability_NotLiable for keys of nobody', async () => {
      const other = newKey()
      const evidence = await statements([other, other])
      const error = await refusal(sdk.as('buyer').reportEquivocation(evidence))
      expect(error.errorName).to.equal('Accountability_NotLiable')
      expect(error.args).to.deep.equal([other.address, evidence.topic.round])
    })

    it('default: slashes and tombstones, the reporter is paid', async () => {
      const buyer = sdk.as('buyer')
      const account = buyer.account.address
      const before = await buyer.getBalance({ account })
      const evidence = await statements()
      const verdict = await buyer.reportEquivocation(evidence)
      expect(verdict).to.include({
        validator,
        signer: key.address,
        reporter: account,
      })
      expect(verdict.taken).to.equal((selfStake * 5n) / 100n)
      expect(await buyer.getBalance({ account })).to.equal(
        before + (verdict.taken * 5n) / 100n,
      )
      const after = await buyer.getValidator({ validator })
      expect(after).to.include({ status: 'resting', isTombstoned: true })
      expect(after.ownStake).to.equal(selfStake - verdict.taken)
    })

    it('error: Accountability_AlreadyReported', async () => {
      const evidence = await statements()
      const error = await refusal(sdk.as('buyer').reportEquivocation(evidence))
      expect(error.errorName).to.equal('Accountability_AlreadyReported')
    })

    it('error: ValidatorStaking_Closed for a stake on the tombstoned', async () => {
      const error = await refusal(
        sdk
          .as('cloud-initiative')
          .stake({ validator, amount: parseEther('10') }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_Closed')
      expect(error.args).to.deep.equal([validator])
    })
  })

  describe('signAttestation', () => {
    const topic = { round: 1n, kind: 1, subject: keccak256('0x') }

    it('error: DomainMismatch when the contract wants another chain', async () => {
      const { home, world } = sdk
      const accountability = addressOf('guardian')
      const stranger = getAddress('0x00000000000000000000000000000000000a11ce')
      const answer = encodeAbiParameters(
        parseAbiParameters(
          'bytes1, string, string, uint256, address, bytes32, uint256[]',
        ),
        ['0x0f', 'Openmesh', '1', 1n, stranger, zeroHash, []],
      )
      await world.home.rpc('hardhat_setCode', [
        accountability,
        codeThatReturns(answer),
      ])
      const error = await refusal(
        signAttestation(world.home.client, {
          contracts: { ...home, accountability },
          signer: newKey(),
          topic,
          root: zeroHash,
        }),
      )
      expect(error.errorName).to.equal('DomainMismatch')
      expect(error.args).to.deep.equal([1n, stranger, 31337n, accountability])
    })

    it('error: NoContract on a chain without the contract', async () => {
      const { home, world } = sdk
      const error = await refusal(
        signAttestation(world.spoke.client, {
          contracts: home,
          signer: newKey(),
          topic,
          root: zeroHash,
        }),
      )
      expect(error.errorName).to.equal('NoContract')
      expect(error.args).to.deep.equal([home.accountability])
    })
  })
})

/** A contract that answers every call with the same bytes. */
function codeThatReturns(answer: Hex): Hex {
  const length = toHex(size(answer), { size: 2 })
  const prologue = 13
  return concat([
    // PUSH2 length PUSH2 offset PUSH0 CODECOPY PUSH2 length PUSH0 RETURN
    '0x61',
    length,
    '0x61',
    toHex(prologue, { size: 2 }),
    '0x5f39',
    '0x61',
    length,
    '0x5ff3',
    answer,
  ])
}
