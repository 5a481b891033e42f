import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { type Address, decodeFunctionData, parseEther, toHex } from 'viem'
import { laneLimits, lanes } from '../../../config/bridge.ts'
import { timelock as timelockConfig } from '../../../config/governance.ts'
import { accounts } from '../../../devnet/accounts.ts'
import { type Devnet, startDevnet } from '../../../devnet/index.ts'
import type { BridgedToken } from '../../../devnet/measure-delivery.ts'
import { startWorld, type World } from '../../../devnet/world.ts'
import {
  applyLanes,
  LanesAuthorityError,
} from '../../../scripts/lanes/apply.ts'
import { joinLanes } from '../../../scripts/lanes/network.ts'
import { lanesProposal, safeBatch } from '../../../scripts/lanes/outputs.ts'
import {
  planLanes,
  planPause,
  planUnpause,
} from '../../../scripts/lanes/plan.ts'
import { chainsOfWorld } from '../../../scripts/lanes/world.ts'
import { openTimelockAbi } from '../../../typechain-types/index.ts'
import { bridgeOpen, limits } from '../../helpers/bridge.ts'
import { expectDefined } from '../../helpers/expect.ts'
import {
  planner,
  sendRaw,
  TestSender,
  testEnds,
  testLanes,
} from '../../helpers/lanes.ts'
import { revertAfterEach } from '../../helpers/snapshots.ts'

/** Twice of everything, so that every limit changes. */
const doubled = testLanes.map((lane) => ({
  ...lane,
  outbound: twice(limits.outbound),
  inbound: twice(limits.inbound),
  mintBudget: lane.mintBudget * 2n,
}))

function twice({ isEnabled, capacity, rate }: typeof laneLimits.outbound) {
  return { isEnabled, capacity: capacity * 2n, rate: rate * 2n }
}

describe('lanes apply', () => {
  describe('an owner', () => {
    let devnet: Devnet
    let bridged: BridgedToken
    before(async () => {
      devnet = await startDevnet({ spokes: ['spoke', 'spokeTwo'] })
      bridged = await bridgeOpen(devnet)
    })
    after(() => devnet.stop())
    revertAfterEach(() => devnet)
    const ends = () => testEnds(devnet, bridged, doubled)

    it('default: brings three chains to what is declared', async () => {
      const sender = new TestSender(devnet)
      const applied = await applyLanes(planner(ends()), sender)
      // Home has two limits, each spoke one and a budget.
      expect(applied).to.deep.equal([
        { chain: 'home', state: 'done', calls: 2 },
        { chain: 'spoke', state: 'done', calls: 2 },
        { chain: 'spokeTwo', state: 'done', calls: 2 },
      ])
      expect(sender.sent.length).to.equal(6)
      expect((await planLanes(ends())).differences).to.deep.equal([])
    })

    it('behavior: a second run sends nothing', async () => {
      await applyLanes(planner(ends()), new TestSender(devnet))
      const again = new TestSender(devnet)
      expect(await applyLanes(planner(ends()), again)).to.deep.equal([])
      expect(again.sent).to.deep.equal([])
    })

    for (let lives = 0; lives < 6; lives++)
      it(`behavior: killed after ${lives} calls, the next run sends the rest`, async () => {
        const killed = new TestSender(devnet)
        killed.lives = lives
        const error = await applyLanes(planner(ends()), killed).catch(
          (thrown: unknown) => thrown,
        )
        expect(String(error)).to.equal('Error: killed')
        const next = new TestSender(devnet)
        await applyLanes(planner(ends()), next)
        expect(killed.sent.length + next.sent.length).to.equal(6)
        expect((await planLanes(ends())).differences).to.deep.equal([])
      })

    it('behavior: a Safe signs what an owner would send', async () => {
      const { chains } = await planLanes(ends())
      const batches = await Promise.all(
        chains.map((plan) => safeBatch(plan, 'owner', 0)),
      )
      const sender = new TestSender(devnet)
      await applyLanes(planner(ends()), sender)
      const sent = sender.sent.map(({ call }) => call)
      const signed = batches.flatMap(({ transactions }) =>
        transactions.map(({ to, data }) => ({ to, data })),
      )
      expect(signed).to.deep.equal(sent)
      expect(batches.map(({ chainId }) => chainId)).to.deep.equal([
        '31337',
        '1337',
        '90000001',
      ])
    })

    it('error: a stranger', async () => {
      const stranger = new TestSender(devnet, 5)
      const error = await applyLanes(planner(ends()), stranger).catch(
        (thrown: unknown) => thrown,
      )
      expect(error).to.be.instanceOf(LanesAuthorityError)
      expect(stranger.sent).to.deep.equal([])
    })
  })

  describe('a timelock', () => {
    let world: World
    before(async () => {
      world = await startWorld()
    })
    after(() => world.stop())
    const declared = lanes.map((lane) => ({
      ...lane,
      outbound: half(laneLimits.outbound),
      inbound: half(laneLimits.inbound),
    }))
    const ends = () => joinLanes(chainsOfWorld(world), declared)
    const guardian = () => new TestSender(world, accounts.guardian)
    const spokeOnly = () => ends().slice(1)

    it('default: a deployment is as declared', async () => {
      const { differences } = await planLanes(
        joinLanes(chainsOfWorld(world), lanes),
      )
      expect(differences).to.deep.equal([])
    })

    it('behavior: who proposes schedules, waits and executes', async () => {
      const killed = guardian()
      killed.lives = 1
      const first = await applyLanes(planner(spokeOnly()), killed)
      expectDefined(first[0]?.readyAt)
      expect(first[0]).to.include({
        chain: 'spoke',
        state: 'scheduled',
        calls: 1,
      })
      // Asked again too early, nothing is sent.
      const early = guardian()
      expect(await applyLanes(planner(spokeOnly()), early)).to.deep.equal(first)
      expect(early.sent).to.deep.equal([])

      await world.advance(BigInt(timelockConfig.minDelay) + 1n)
      const late = guardian()
      const done = await applyLanes(planner(spokeOnly()), late)
      expect(done).to.deep.equal([{ chain: 'spoke', state: 'done', calls: 1 }])
      expect(late.sent.length).to.equal(1)
      const { chains } = await planLanes(ends())
      expect(chains.map(({ chain }) => chain.config.name)).to.deep.equal([
        'home',
      ])
    })

    it('behavior: home is mended by a proposal', async () => {
      const { chains } = await planLanes(ends())
      const [plan] = chains
      expectDefined(plan)
      const governor = world.contracts.home.OpenGovernor as Address
      const proposal = lanesProposal(plan, governor)
      expect(proposal.description).to.match(/configure/)
      // Its actions, executed as the vote would have them.
      const { home } = world
      await home.rpc('hardhat_impersonateAccount', [plan.chain.timelock])
      await home.rpc('hardhat_setBalance', [
        plan.chain.timelock,
        toHex(parseEther('1')),
      ])
      for (const { to, data } of proposal.actions)
        await home.rpc('eth_sendTransaction', [
          { from: plan.chain.timelock, to, data },
        ])
      expect((await planLanes(ends())).differences).to.deep.equal([])
    })

    it('behavior: the guardian stops lanes at once and gives back what it took', async () => {
      const all = joinLanes(chainsOfWorld(world), declared)
      const stranger = new TestSender(world, accounts.buyer)
      const error = await applyLanes(
        () => planPause(all, 'both', 'guardian'),
        stranger,
      ).catch((thrown: unknown) => thrown)
      expect(error).to.be.instanceOf(LanesAuthorityError)

      const stops = guardian()
      await applyLanes(() => planPause(all, 'both', 'guardian'), stops)
      expect(stops.sent.map(({ chain }) => chain)).to.deep.equal([
        'home',
        'spoke',
      ])
      const { differences, chains } = await planLanes(all)
      expect(new Set(differences.map(({ rule }) => rule))).to.deep.equal(
        new Set(['paused']),
      )
      expect(chains).to.deep.equal([])

      await applyLanes(() => planUnpause(all, 'guardian'), guardian())
      expect((await planLanes(all)).differences).to.deep.equal([])
    })

    it('behavior: drift that comes back gets another operation', async () => {
      const was = joinLanes(chainsOfWorld(world), lanes).slice(1)
      for (const state of [was, spokeOnly(), was, spokeOnly()]) {
        const { chains } = await planLanes(state)
        expect(chains.length).to.equal(1)
        await applyLanes(planner(state), guardian())
        await world.advance(BigInt(timelockConfig.minDelay) + 1n)
        await applyLanes(planner(state), guardian())
        expect((await planLanes(state)).chains).to.deep.equal([])
      }
    })

    it('behavior: a Safe that proposes gets one step after the other', async () => {
      const state = joinLanes(chainsOfWorld(world), lanes).slice(1)
      const [plan] = (await planLanes(state)).chains
      expectDefined(plan)
      for (const functionName of ['scheduleBatch', 'executeBatch']) {
        const batch = await safeBatch(plan, 'proposer', 0)
        const [transaction] = batch.transactions
        expectDefined(transaction)
        const { functionName: called } = decodeFunctionData({
          abi: openTimelockAbi,
          data: transaction.data,
        })
        expect(called).to.equal(functionName)
        await sendRaw(world.spoke, accounts.guardian, transaction)
        await world.advance(BigInt(timelockConfig.minDelay) + 1n)
      }
      expect((await planLanes(state)).chains).to.deep.equal([])
    })
  })
})

function half({ isEnabled, capacity, rate }: typeof laneLimits.outbound) {
  return { isEnabled, capacity: capacity / 2n, rate: rate / 2n }
}
