import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { erc20Abi } from 'viem'
import { sendMessage } from '../../../devnet/ccip/send.ts'
import { type Devnet, startDevnet } from '../../../devnet/index.ts'
import { type BridgedToken, tokenAt } from '../../../devnet/measure-delivery.ts'
import { createRelayer } from '../../../devnet/relayer/relayer.ts'
import { applyLanes } from '../../../scripts/lanes/apply.ts'
import { joinLanes } from '../../../scripts/lanes/network.ts'
import {
  planLanes,
  planPause,
  planUnpause,
} from '../../../scripts/lanes/plan.ts'
import { checkDrained, withRetiring } from '../../../scripts/lanes/rotate.ts'
import { openLockPoolAbi } from '../../../typechain-types/index.ts'
import {
  approveRouter,
  bridgeOpen,
  deploy,
  deploySpokePool,
} from '../../helpers/bridge.ts'
import { amount, receiver, refusal } from '../../helpers/bridge-story.ts'
import {
  bridgeChains,
  planner,
  TestSender,
  testEnds,
  testLanes,
} from '../../helpers/lanes.ts'
import { revertAfterEach } from '../../helpers/snapshots.ts'

describe('lanes operations', () => {
  let devnet: Devnet
  let bridged: BridgedToken
  before(async () => {
    devnet = await startDevnet()
    bridged = await bridgeOpen(devnet)
    for (const chain of devnet.chains)
      await approveRouter(chain, chain.wallet(0), bridged)
  })
  after(() => devnet.stop())
  revertAfterEach(() => devnet)
  const ends = () => testEnds(devnet, bridged)
  const sender = () => new TestSender(devnet)
  const relay = () => createRelayer(devnet.lanes.all).relay()
  const send = (lane = devnet.lanes.out, to = receiver) =>
    sendMessage(lane, lane.source.wallet(0), {
      receiver: to,
      token: { address: tokenAt(bridged, lane.source).token, amount },
    })

  describe('pause', () => {
    it('default: nothing is sent, what is under way arrives', async () => {
      await send()
      await applyLanes(
        () => planPause(ends(), 'outbound', 'timelock'),
        sender(),
      )
      const failure = await refusal(send())
      expect(failure.errorName).to.equal('TokenMaxCapacityExceeded')
      const [delivery] = await relay()
      expect(delivery?.state).to.equal('success')
    })

    it('behavior: closes both directions, and what arrives can be repeated', async () => {
      const { messageId } = await send()
      await applyLanes(() => planPause(ends(), 'both', 'timelock'), sender())
      const relayer = createRelayer(devnet.lanes.all)
      const [failed] = await relayer.relay()
      expect(failed?.state).to.equal('failure')
      await applyLanes(() => planUnpause(ends(), 'timelock'), sender())
      await devnet.advance(3_600n)
      const wallet = devnet.spoke.wallet(5)
      const again = await relayer.manualExecute(messageId, wallet)
      expect(again.state).to.equal('success')
    })

    it('behavior: is found, and apply does not end it', async () => {
      await applyLanes(() => planPause(ends(), 'both', 'timelock'), sender())
      const { differences } = await planLanes(ends())
      expect(differences.map(({ rule }) => rule)).to.deep.equal([
        'paused',
        'paused',
        'paused',
        'paused',
      ])
      const idle = sender()
      await applyLanes(planner(ends()), idle)
      expect(idle.sent).to.deep.equal([])
      expect(await planPause(ends(), 'both', 'timelock')).to.deep.equal([])
    })

    it('behavior: unpause leaves all as declared', async () => {
      await applyLanes(
        () => planPause(ends(), 'outbound', 'timelock'),
        sender(),
      )
      await applyLanes(() => planUnpause(ends(), 'timelock'), sender())
      expect((await planLanes(ends())).differences).to.deep.equal([])
      expect(await planUnpause(ends(), 'timelock')).to.deep.equal([])
    })
  })

  describe('rotate-pool', () => {
    const rotated = async () => {
      const { spoke } = devnet
      const { token } = bridged.spoke
      const pool = await deploySpokePool(spoke, spoke.wallet(0), token)
      const chains = bridgeChains(devnet, bridged).map((chain) =>
        chain.config.name === 'spoke' ? { ...chain, pool } : chain,
      )
      const declared = joinLanes(chains, testLanes)
      return { pool, declared, ends: await withRetiring(declared, 'spoke') }
    }
    const balanceOf = (account = receiver) =>
      devnet.home.client.readContract({
        address: bridged.home.token,
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [account],
      })

    it('default: messages under way arrive from and to the earlier pool', async () => {
      const own = devnet.spoke.wallet(0).account.address
      await send(devnet.lanes.out, own)
      await relay()
      // One each way, neither of which the relayer has seen.
      await send(devnet.lanes.back)
      await send(devnet.lanes.out, own)
      const before = await balanceOf()

      const { declared, ends: rotating } = await rotated()
      await applyLanes(planner(rotating), sender())
      expect((await planLanes(rotating)).differences).to.deep.equal([])
      const early = await checkDrained(rotating, 'spoke').catch(
        (error: unknown) => error,
      )
      expect(String(early)).to.equal(
        'MessagesUnderWayError: Messages 1 of earlier pools of spoke have not arrived.',
      )

      // A new minter's budget starts empty.
      await devnet.advance(3_600n)
      const deliveries = await relay()
      expect(deliveries.map(({ state }) => state)).to.deep.equal([
        'success',
        'success',
      ])
      expect((await balanceOf()) - before).to.equal(amount)
      await checkDrained(rotating, 'spoke')
      await applyLanes(planner(declared), sender())
      expect((await planLanes(declared)).differences).to.deep.equal([])
    })

    it('behavior: a killed rotation is finished by the next run', async () => {
      const { ends: rotating } = await rotated()
      let runs = 0
      for (; runs < 20; runs++) {
        const once = sender()
        once.lives = 1
        const done = await applyLanes(planner(rotating), once).then(
          () => true,
          () => false,
        )
        if (done) break
      }
      expect(runs).to.be.greaterThan(4)
      expect((await planLanes(rotating)).differences).to.deep.equal([])
      await devnet.advance(3_600n)
      await send()
      const [delivery] = await relay()
      expect(delivery?.state).to.equal('success')
    })

    it('default: the home pool, nominated 15 days before', async () => {
      const { home, spoke } = devnet
      const own = spoke.wallet(0).account.address
      await send(devnet.lanes.out, own)
      await relay()
      const ledger = await home.client.readContract({
        address: bridged.home.pool,
        abi: openLockPoolAbi,
        functionName: 'ledger',
      })
      const pool = await deploy(home, home.wallet(0), 'OpenLockPool', [
        bridged.home.token,
        ledger,
        home.addresses.rmnProxy,
        home.addresses.router,
      ])
      const chains = bridgeChains(devnet, bridged).map((chain) =>
        chain.config.name === 'home' ? { ...chain, pool, ledger } : chain,
      )
      const declared = joinLanes(chains, testLanes)
      const rotating = await withRetiring(declared, 'home')
      await applyLanes(planner(rotating), sender())
      const waiting = await planLanes(rotating)
      expect(waiting.differences.map(({ rule }) => rule)).to.deep.equal([
        'ledger-pool',
        'registry-pool',
      ])
      expect(waiting.chains).to.deep.equal([])

      await devnet.advance(15n * 86_400n)
      // Under way both ways while everything moves.
      await send(devnet.lanes.back)
      await send(devnet.lanes.out, own)
      const switching = sender()
      await applyLanes(planner(rotating), switching)
      expect(switching.sent.length).to.equal(3)
      expect((await planLanes(rotating)).differences).to.deep.equal([])
      const deliveries = await relay()
      expect(deliveries.map(({ state }) => state)).to.deep.equal([
        'success',
        'success',
      ])
      expect(await balanceOf(bridged.home.pool)).to.equal(0n)
      expect(await balanceOf(pool)).to.equal(amount)

      await checkDrained(rotating, 'home')
      await applyLanes(planner(declared), sender())
      expect((await planLanes(declared)).differences).to.deep.equal([])
    })

    it('behavior: the registry follows once the far end trusts the pool', async () => {
      const { ends: rotating } = await rotated()
      const { chains } = await planLanes(rotating)
      const spoke = chains.find(({ chain }) => chain.config.name === 'spoke')
      const called = spoke?.calls.map(({ functionName }) => functionName)
      expect(called).to.not.include('setPool')
    })
  })
})
