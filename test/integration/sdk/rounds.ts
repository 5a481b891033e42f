import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { type Hex, keccak256, toHex, zeroHash } from 'viem'
import { heartbeatTopic, placesOf, roundTopic } from '../../../sdk/src/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { newKey, register, selfStake } from '../../helpers/validators.ts'

const DAY = 86_400n
const sdk = sdkWorld()

describe('staking', () => {
  describe('rounds', () => {
    const names = [
      'expansion-sponsors',
      'node-operators',
      'data-providers',
      'community-fund',
    ] as const
    const keys = names.map(() => newKey())
    const validators: bigint[] = []
    const root = keccak256(toHex('what was'))
    let round = 0n
    before(async () => {
      for (const [index, name] of names.entries())
        validators.push((await register(sdk, name, keys[index])).validator)
      round = ((await sdk.now()) / DAY / 7n + 1n) * 7n
      await sdk.world.advance(round * DAY - (await sdk.now()))
    })

    const buyer = () => sdk.as('buyer')
    const sign = async (place: number, said: Hex = root, at = round) => {
      const topic = roundTopic(at)
      const signer = keys[place]
      const { signature } = await buyer().signAttestation({
        topic,
        root: said,
        signer,
      })
      return { place, signature }
    }
    const signAll = (...places: number[]) =>
      Promise.all(places.map((place) => sign(place)))

    it('error: Accountability_NoSnapshot before the set is stored', async () => {
      expect(await buyer().getSnapshot({ epoch: round / 7n })).to.equal(
        undefined,
      )
      const error = await refusal(
        buyer().submitRound({
          round,
          root,
          signatures: await signAll(0, 1, 2),
        }),
      )
      expect(error.errorName).to.equal('Accountability_NoSnapshot')
    })

    it('default: snapshotSet stores members by place, with weights', async () => {
      const stored = await buyer().snapshotSet()
      expect(stored).to.include({
        epoch: round / 7n,
        fromRound: round,
        members: 4,
        totalWeight: 4n * selfStake,
      })
      const snapshot = await buyer().getSnapshot({ epoch: round / 7n })
      expect(snapshot?.members).to.deep.equal(
        validators.map((validator, place) => ({
          place,
          validator,
          weight: selfStake,
        })),
      )
      const error = await refusal(buyer().snapshotSet())
      expect(error.errorName).to.equal('Accountability_AlreadySnapshotted')
    })

    it('error: Accountability_NoQuorum, and InvalidArguments for what cannot be packed', async () => {
      const two = await signAll(0, 1)
      const noQuorum = await refusal(
        buyer().submitRound({ round, root, signatures: two }),
      )
      expect(noQuorum.errorName).to.equal('Accountability_NoQuorum')
      expect(noQuorum.args).to.deep.equal([2n * selfStake, 4n * selfStake])
      const bad = [[...two, ...two], [{ place: 0, signature: '0x00' as Hex }]]
      for (const signatures of bad) {
        const error = await refusal(
          buyer().submitRound({ round, root, signatures }),
        )
        expect(error.errorName).to.equal('InvalidArguments')
      }
    })

    it('default: submitRound takes signatures in any order', async () => {
      expect(await buyer().getRound({ round })).to.deep.equal({
        round,
        root: undefined,
        present: 0n,
      })
      const signatures = await signAll(2, 0, 1)
      const done = await buyer().submitRound({ round, root, signatures })
      expect(done).to.include({
        round,
        root,
        places: 7n,
        weight: 3n * selfStake,
      })
      const state = await buyer().getRound({ round })
      expect(state).to.deep.equal({ round, root, present: 7n })
      expect(placesOf(state.present)).to.deep.equal([0, 1, 2])
    })

    it('behavior: findEquivocations finds who signed the certified root and another one', async () => {
      const other = keccak256(toHex('what was not'))
      const { signature } = await sign(1, other)
      const dissent = await sign(3, other)
      const topic = roundTopic(round)
      const found = await buyer().findEquivocations({
        statements: [
          { topic, root: other, signature },
          { topic, root: other, signature: dissent.signature },
          { topic, root: other, signature: '0x00' },
        ],
      })
      expect(found).to.have.length(1)
      expect(found[0]?.signer).to.equal(keys[1]?.address)
      expect([found[0]?.first.root, found[0]?.second.root]).to.have.members([
        root,
        other,
      ])
    })

    it('default: addSignatures and heartbeat make present', async () => {
      const again = await refusal(
        buyer().addSignatures({ round, signatures: [await sign(0)] }),
      )
      expect(again.errorName).to.equal('Accountability_AlreadyPresent')
      const added = await buyer().addSignatures({
        round,
        signatures: [await sign(3)],
      })
      expect(added).to.include({ round, places: 8n })
      expect((await buyer().getRound({ round })).present).to.equal(15n)
      const next = round + 1n
      await sdk.world.advance(DAY)
      const { signature } = await buyer().signAttestation({
        topic: heartbeatTopic(next),
        root: zeroHash,
        signer: keys[3],
      })
      const beat = { round: next, place: 3, signature }
      expect(await buyer().heartbeat(beat)).to.include({
        round: next,
        validator: validators[3],
        signer: keys[3]?.address,
      })
      const wrong = await refusal(buyer().heartbeat({ ...beat, place: 2 }))
      expect(wrong.errorName).to.equal('Accountability_NotMembersKey')
    })

    it('behavior: what findEquivocations finds is what reportEquivocation takes', async () => {
      const other = keccak256(toHex('what was not'))
      const { signature } = await sign(1, other)
      const [found] = await buyer().findEquivocations({
        statements: [{ topic: roundTopic(round), root: other, signature }],
      })
      if (found === undefined) return expect.fail('nothing was found')
      const { validator } = await buyer().reportEquivocation(found)
      expect(validator).to.equal(validators[1])
    })

    it('default: getDowntime; error: Accountability_NotDown', async () => {
      const [validator = 0n] = validators
      expect(
        await buyer().getDowntime({ validators: [validator] }),
      ).to.deep.equal([
        {
          validator,
          missed: 0,
          counted: 0,
          lastMissed: undefined,
          isDown: false,
        },
      ])
      const error = await refusal(buyer().jailDowntime({ validator }))
      expect(error.errorName).to.equal('Accountability_NotDown')
      expect(error.args).to.deep.equal([validator, 0n])
    })
  })
})
