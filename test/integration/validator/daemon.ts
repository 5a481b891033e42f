import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { keccak256, parseEther, toHex, zeroHash } from 'viem'
import {
  type Aggregator,
  aggregatorAt,
} from '../../../validator/src/aggregator/client.ts'
import { isRecord } from '../../../validator/src/json.ts'
import { sdkWorld } from '../../helpers/sdk.ts'
import { Network, type Operator } from '../../helpers/validator/network.ts'

const sdk = sdkWorld()

describe('validator', () => {
  describe('daemon', () => {
    const network = new Network(sdk)
    /** First round of an epoch. */
    let first = 0n
    before(async () => {
      await network.begin({ validators: 4, machines: 2 })
      first = ((await network.round()) / 7n + 1n) * 7n
    })
    after(() => network.end())

    const operator = (index: number) => network.operators[index] as Operator
    const all = () => network.operators.map(({ validator }) => validator)
    const finding = async (round: bigint, unit: bigint) => {
      const answer = await fetch(`${network.url}/rounds/${round}/units/${unit}`)
      const found: unknown = await answer.json()
      if (!isRecord(found) || !isRecord(found.finding))
        return expect.fail(`no finding of unit ${unit}`)
      const { configHash, reachable } = found.finding
      return {
        proof: found.proof as `0x${string}`[],
        finding: {
          unit,
          configHash: configHash as `0x${string}`,
          reachable: reachable as boolean,
          checkedAtBlock: BigInt(String(found.finding.checkedAtBlock)),
        },
      }
    }

    it('default: a round is snapshotted, observed, signed and certified', async () => {
      await network.play(first)
      expect(await network.presentIn(first)).to.have.members(all())
      expect(network.failures()).to.deep.equal([])
      const sent = network.operators.flatMap(({ events }) =>
        events.filter(({ event }) => event === 'certified'),
      )
      expect(sent, 'one transaction, not one of each').to.have.length(1)
    })

    it('behavior: anybody proves what was found on a unit', async () => {
      const [machine] = network.machines
      const unit = machine?.unit ?? 0n
      const found = await finding(first, unit)
      expect(found.finding).to.include({
        reachable: true,
        configHash: machine?.stateHash,
      })
      const buyer = sdk.as('buyer')
      await buyer.proveUnit({ round: first, ...found })
      const { attested } = await buyer.getDeployment({ unit })
      expect(attested).to.include({
        round: first,
        reachable: true,
        configHash: machine?.stateHash,
        attester: sdk.home.accountability,
      })
    })

    it('behavior: a machine that is down is found so, one that changed too', async () => {
      const [down, changed] = network.machines
      if (down === undefined || changed === undefined) return expect.fail()
      down.isUp = false
      changed.stateHash = keccak256(toHex('another state'))
      await network.play(first + 1n)
      const first1 = await finding(first + 1n, down.unit)
      expect(first1.finding).to.include({
        reachable: false,
        configHash: zeroHash,
      })
      const second = await finding(first + 1n, changed.unit)
      expect(second.finding).to.include({
        reachable: true,
        configHash: changed.stateHash,
      })
      down.isUp = true
    })

    it('behavior: three of four certify; the fourth says nothing of a round it missed', async () => {
      operator(3).isOnline = false
      await network.play(first + 2n)
      operator(3).isOnline = true
      await network.play(first + 3n)
      expect(await network.presentIn(first + 2n)).to.have.members(
        all().slice(0, 3),
      )
      expect(await network.presentIn(first + 3n)).to.have.members(all())
    })

    it('behavior: killed and restarted in the middle of a round, nobody contradicts himself', async () => {
      await network.enter(first + 4n)
      await network.pass()
      const [machine] = network.machines
      if (machine === undefined) return expect.fail()
      // The restarted ones would see something else.
      machine.isUp = false
      for (const each of network.operators) await network.restart(each)
      await network.pass()
      for (const each of network.operators) await network.restart(each)
      await network.pass()
      await network.pass()
      machine.isUp = true
      expect(await network.presentIn(first + 4n)).to.have.members(all())
      expect(network.pool?.evidence()).to.deep.equal([])
      expect(
        (await finding(first + 4n, machine.unit)).finding.reachable,
      ).to.equal(true)
    })

    it('behavior: whom the aggregator leaves out goes to the chain', async () => {
      const censored = operator(3)
      const honest = aggregatorAt(network.url)
      const deaf: Aggregator = { ...honest, sign: async () => 'lost' }
      await network.restart(censored, [deaf])
      await network.play(first + 5n)
      expect(await network.presentIn(first + 5n)).to.have.members(all())
      expect(censored.events.at(-1)?.event).to.equal('added-own-signature')
      const blind: Aggregator = {
        ...deaf,
        round: async () => ({
          isFrozen: false,
          observations: [],
          signatures: [],
        }),
      }
      await network.restart(censored, [blind])
      await network.play(first + 6n)
      await network.enter(first + 7n)
      for (let count = 0; count < 4; count++) await network.pass()
      expect(await network.presentIn(first + 6n)).to.have.members(all())
      expect(censored.events.map(({ event }) => event)).to.include('heartbeat')
      await network.restart(censored)
    })

    it('behavior: an aggregator that is away is no fault of the daemon', async () => {
      const away = aggregatorAt('http://127.0.0.1:9')
      await network.restart(operator(0), [away, aggregatorAt(network.url)])
      await network.play(first + 8n)
      expect(await network.presentIn(first + 8n)).to.have.members(all())
      await network.restart(operator(0))
    })

    it('behavior: who signs two roots is reported by the others, once', async () => {
      const liar = operator(3)
      await network.play(first + 9n)
      const round = first + 9n
      const statement = await liar.client.signAttestation({
        topic: { round, kind: 1, subject: zeroHash },
        root: keccak256(toHex('what was not')),
        signer: liar.key,
      })
      const receipt = await aggregatorAt(network.url).sign({
        round,
        ...statement,
      })
      expect(receipt).to.equal('contradiction')
      await network.pass()
      const state = await liar.client.getValidator({
        validator: liar.validator,
      })
      expect(state).to.include({ isTombstoned: true, status: 'resting' })
      expect(state.ownStake).to.equal(parseEther('9500'))
      const reports = network.operators.flatMap(({ events }) =>
        events.filter(({ event }) => event === 'reported-equivocation'),
      )
      expect(reports).to.have.length(1)
      expect(network.failures()).to.deep.equal([])
    })
  })
})
