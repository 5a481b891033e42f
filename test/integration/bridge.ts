import { describe, it } from 'node:test'
import { expect } from 'chai'
import hre from 'hardhat'
import { type Abi, erc20Abi, maxUint256, parseEther, toHex } from 'viem'
import { measuredDeliveryGas } from '../../config/bridge.ts'
import { decodeFailure } from '../../devnet/ccip/failures.ts'
import {
  deliveryGasGoal,
  measureDelivery,
} from '../../devnet/measure-delivery.ts'
import { mintTestToken } from '../../devnet/tokens.ts'
import { tokenPoolAbi } from '../../rocketh/ccip-abis.ts'
import { bridgedOpenTokenAbi } from '../../typechain-types/index.ts'
import { limits, write } from '../helpers/bridge.ts'
import {
  amount,
  bridgeStory,
  innermost,
  numbersOf,
  receiver,
  refusal,
} from '../helpers/bridge-story.ts'
import { expectDefined } from '../helpers/expect.ts'

async function lockLedgerErrors(): Promise<Abi> {
  const { abi } = await hre.artifacts.readArtifact('LockLedger')
  return (abi as Abi).filter(({ type }) => type === 'error')
}

describe('bridge', () => {
  const story = bridgeStory()

  describe('transfer', () => {
    it('BRIDGE-01: a round trip conserves all totals', async () => {
      const before = await story.totals()
      await story.sendOpen(
        story.devnet.lanes.out,
        story.devnet.spoke.wallet(0).account.address,
      )
      const out = await story.devnet.relayer.relay()
      expect(out.map(({ state }) => state)).to.deep.equal(['success'])
      expect(await story.totals()).to.deep.equal({
        ...before,
        spokeSupply: amount,
        inPool: amount,
        locked: amount,
      })

      await story.sendOpen(story.devnet.lanes.back, receiver)
      const back = await story.devnet.relayer.relay()
      expect(back.map(({ state }) => state)).to.deep.equal(['success'])
      expect(await story.totals()).to.deep.equal({
        ...before,
        locked: amount,
        released: amount,
      })
      expect(await story.balanceOf('home', receiver)).to.equal(amount)
    })

    it('behavior: several messages share a root', async () => {
      for (const value of [1n, 2n, 3n]) {
        await story.sendOpen(story.devnet.lanes.out, receiver, value)
      }
      const deliveries = await story.devnet.relayer.relay()
      expect(numbersOf(deliveries)).to.deep.equal([1n, 2n, 3n])
      expect(await story.balanceOf('spoke', receiver)).to.equal(6n)
    })

    it('behavior: arrives later than it was sent', async () => {
      await story.devnet.home.rpc('evm_increaseTime', [toHex(7_200)])
      await story.devnet.home.rpc('evm_mine')
      await story.sendOpen(story.devnet.lanes.out, receiver)
      const deliveries = await story.devnet.relayer.relay()
      const hash = deliveries.at(-1)?.hash
      expectDefined(hash)
      const arrival = await story.devnet.spoke.client.getTransactionReceipt({
        hash,
      })
      const sent = await story.devnet.home.client.getBlock()
      const arrived = await story.devnet.spoke.client.getBlock({
        blockNumber: arrival.blockNumber,
      })
      expect(arrived.timestamp > sent.timestamp).to.equal(true)
    })

    it('behavior: the fee can be paid in LINK', async () => {
      const { home } = story.devnet
      const sender = home.wallet(0)
      const { link, router } = home.addresses
      await mintTestToken(home, 'link', sender.account.address, 10n ** 20n)
      const allow = [router, maxUint256]
      await write(home, sender, link, erc20Abi, 'approve', allow)
      const { fee } = await story.sendOpen(
        story.devnet.lanes.out,
        receiver,
        amount,
        {
          feeToken: link,
        },
      )
      const left = await home.client.readContract({
        address: link,
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [sender.account.address],
      })
      expect(left).to.equal(10n ** 20n - fee)
    })
  })

  describe('ledger', () => {
    it('BRIDGE-04: behavior: more than was locked never comes back', async () => {
      const { spoke } = story.devnet
      const admin = spoke.wallet(0)
      const thief = admin.account.address
      await story.sendOpen(story.devnet.lanes.out, receiver)
      await story.devnet.relayer.relay()
      // A vote gone wrong: an account that may mint without a lock.
      const right = [thief, parseEther('1000')]
      const { token } = story.bridged.spoke
      await write(spoke, admin, token, bridgedOpenTokenAbi, 'setMinter', right)
      await story.devnet.advance(86_400n)
      const mint = [thief, amount + 1n]
      await write(spoke, admin, token, bridgedOpenTokenAbi, 'mint', mint)
      const { messageId } = await story.sendOpen(
        story.devnet.lanes.back,
        thief,
        amount + 1n,
      )
      const [delivery] = await story.devnet.relayer.relay()
      expect(delivery?.messageId).to.equal(messageId)
      expect(delivery?.state).to.equal('failure')
      expectDefined(delivery?.failure)
      const failure = await decodeFailure(
        delivery.failure.data,
        await lockLedgerErrors(),
      )
      expect(failure.errorName).to.equal('TokenHandlingError')
      expect(failure.args?.[0]).to.equal(story.bridged.home.pool)
      const refused = innermost(failure)
      expect(refused.errorName).to.equal('LockLedger_ReleaseExceedsLocked')
      expect(refused.args).to.deep.equal([spoke.selector, amount + 1n, amount])
      expect(await story.balanceOf('home', story.bridged.home.pool)).to.equal(
        amount,
      )
    })
  })

  describe('rate limits', () => {
    it('error: more at once than a bucket holds', async () => {
      const { capacity } = limits.outbound
      const failure = await refusal(
        story.sendOpen(story.devnet.lanes.out, receiver, capacity + 1n),
      )
      expect(failure.errorName).to.equal('TokenMaxCapacityExceeded')
      expect(failure.args).to.deep.equal([
        capacity,
        capacity + 1n,
        story.bridged.home.token,
      ])
    })

    it('error: sooner than a bucket refills', async () => {
      const { capacity } = limits.outbound
      await story.sendOpen(story.devnet.lanes.out, receiver, capacity)
      const failure = await refusal(
        story.sendOpen(story.devnet.lanes.out, receiver, capacity),
      )
      expect(failure.errorName).to.equal('TokenRateLimitReached')
      const [wait, available, token] = failure.args ?? []
      expect(Number(wait)).to.be.closeTo(1000, 30)
      expect(Number(available)).to.be.lessThan(Number(parseEther('30')))
      expect(token).to.equal(story.bridged.home.token)
    })

    it('behavior: what the inbound limit refuses can be repeated later', async () => {
      const { spoke } = story.devnet
      const tight = {
        isEnabled: true,
        capacity: amount,
        rate: parseEther('1'),
      }
      const limit = [story.devnet.home.selector, limits.outbound, tight]
      await write(
        spoke,
        spoke.wallet(0),
        story.bridged.spoke.pool,
        tokenPoolAbi,
        'setChainRateLimiterConfig',
        limit,
      )
      await story.devnet.advance(3600n)
      await story.sendOpen(story.devnet.lanes.out, receiver)
      const { messageId } = await story.sendOpen(
        story.devnet.lanes.out,
        receiver,
      )
      const [first, second] = await story.devnet.relayer.relay()
      expect(first?.state).to.equal('success')
      expect(second?.state).to.equal('failure')
      const failure = innermost(second?.failure)
      expect(failure.errorName).to.equal('TokenRateLimitReached')

      await story.devnet.advance(101n)
      const wallet = spoke.wallet(0)
      const later = await story.devnet.relayer.manualExecute(messageId, wallet)
      expect(later.state).to.equal('success')
      expect(await story.balanceOf('spoke', receiver)).to.equal(2n * amount)
    })
  })

  describe('delivery', () => {
    it('BRIDGE-13: every receiver fits into the gas that CCIP grants', async () => {
      const { rows, max } = await measureDelivery(
        story.devnet,
        story.bridged,
        0,
      )
      // The first mint of all, then the matrix on both chains.
      expect(rows.length).to.equal(13)
      expect(rows[0]).to.include({ delivery: 'spokeMint', supply: 'zero' })
      for (const row of rows) {
        expect(row.gas, JSON.stringify(row)).to.be.at.most(deliveryGasGoal)
      }
      expect(max).to.be.at.most(deliveryGasGoal)
      // What lanes are checked by.
      expect(max).to.equal(measuredDeliveryGas)
    })
  })
})
