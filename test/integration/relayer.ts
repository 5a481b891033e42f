import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Address, Hex } from 'viem'
import { oracles } from '../../devnet/ccip/constants.ts'
import { curse, uncurse } from '../../devnet/ccip/lane.ts'
import { deliveryGasLimit } from '../../devnet/measure-delivery.ts'
import { commitMessages } from '../../devnet/relayer/commit.ts'
import { executeMessage } from '../../devnet/relayer/execute.ts'
import { hashMessage, type Message } from '../../devnet/relayer/messages.ts'
import { createRelayer } from '../../devnet/relayer/relayer.ts'
import {
  amount,
  bridgeStory,
  numbersOf,
  receiver,
  refusal,
  sentMessages,
} from '../helpers/bridge-story.ts'
import { expectDefined } from '../helpers/expect.ts'

describe('relayer', () => {
  const story = bridgeStory()

  describe('commit', () => {
    it('error: too few signatures', async () => {
      await story.sendOpen(story.devnet.lanes.out, receiver)
      const messages = await sentMessages(story.devnet.lanes.out)
      const failure = await refusal(
        commitMessages(story.devnet.lanes.out, messages, { signatures: 1 }),
      )
      expect(failure.errorName).to.equal('WrongNumberOfSignatures')
    })

    it('error: a message is left out', async () => {
      await story.sendOpen(story.devnet.lanes.out, receiver)
      await story.sendOpen(story.devnet.lanes.out, receiver)
      const messages = await sentMessages(story.devnet.lanes.out)
      const failure = await refusal(
        commitMessages(story.devnet.lanes.out, messages.slice(1)),
      )
      expect(failure.errorName).to.equal('InvalidInterval')
      expect(failure.args?.[0]).to.equal(story.devnet.home.selector)
    })

    it('error: a root into home is not blessed', async () => {
      await story.sendOpen(
        story.devnet.lanes.out,
        story.devnet.spoke.wallet(0).account.address,
      )
      await story.devnet.relayer.relay()
      await story.sendOpen(story.devnet.lanes.back, receiver)
      const messages = await sentMessages(story.devnet.lanes.back)
      const failure = await refusal(
        commitMessages(story.devnet.lanes.back, messages, { unblessed: true }),
      )
      expect(failure.errorName).to.equal('RootBlessingMismatch')
      expect(failure.args).to.deep.equal([
        story.devnet.spoke.selector,
        hashMessage(
          messages[0] as Message,
          story.devnet.spoke.addresses.onRamp,
        ),
        false,
      ])
    })
  })

  describe('execute', () => {
    it('error: the message was tampered with', async () => {
      await story.sendOpen(story.devnet.lanes.out, receiver)
      const [message] = await sentMessages(story.devnet.lanes.out)
      expectDefined(message)
      const tree = await commitMessages(story.devnet.lanes.out, [message])
      const tampered = { ...message, receiver: oracles[0]?.address as Address }
      const failure = await refusal(
        executeMessage(story.devnet.lanes.out, {
          message: tampered,
          index: 0,
          tree,
        }),
      )
      expect(failure.errorName).to.equal('RootNotCommitted')
      expect(failure.args).to.deep.equal([story.devnet.home.selector])
    })

    it('behavior: a replay is skipped', async () => {
      const { messageId } = await story.sendOpen(
        story.devnet.lanes.out,
        receiver,
      )
      await story.devnet.relayer.relay()
      const found = await story.devnet.relayer.find(messageId)
      expectDefined(found)
      const replay = await executeMessage(found.lane, found.committed)
      expect(replay.state).to.equal('skipped')
      expect(await story.balanceOf('spoke', receiver)).to.equal(amount)
    })

    it('behavior: out of gas inside is a failure that anyone can repeat', async () => {
      const { messageId } = await story.sendOpen(
        story.devnet.lanes.out,
        receiver,
      )
      await story.devnet.relayer.relay({ stopAfter: 'commit' })
      const found = await story.devnet.relayer.find(messageId)
      expectDefined(found)
      const starved = await executeMessage(
        found.lane,
        found.committed,
        190_000n,
      )
      expect(starved.state).to.equal('failure')
      expect(starved.failure?.errorName).to.equal('NotEnoughGasForCall')
      expect(await story.balanceOf('spoke', receiver)).to.equal(0n)
      expect(await story.devnet.relayer.relay()).to.deep.equal([])

      const stranger = story.devnet.spoke.wallet(5)
      const repeated = await story.devnet.relayer.manualExecute(
        messageId,
        stranger,
      )
      expect(repeated.state).to.equal('success')
      expect(await story.balanceOf('spoke', receiver)).to.equal(amount)
    })

    it('error: by hand with less gas than the message says', async () => {
      const { messageId } = await story.sendOpen(
        story.devnet.lanes.out,
        receiver,
      )
      await story.devnet.relayer.relay({ stopAfter: 'commit' })
      await story.devnet.advance(3601n)
      const failure = await refusal(
        story.devnet.relayer.manualExecute(
          messageId,
          story.devnet.spoke.wallet(5),
          {
            token: deliveryGasLimit - 1,
          },
        ),
      )
      expect(failure.errorName).to.equal(
        'InvalidManualExecutionTokenGasOverride',
      )
      expect(failure.args?.slice(-2)).to.deep.equal([
        BigInt(deliveryGasLimit),
        BigInt(deliveryGasLimit - 1),
      ])
    })
  })

  describe('curse', () => {
    it('error: nothing is sent towards a cursed chain', async () => {
      await curse(story.devnet.home, story.devnet.spoke.selector)
      const failure = await refusal(
        story.sendOpen(story.devnet.lanes.out, receiver),
      )
      expect(failure.errorName).to.equal('CursedByRMN')
      expect(failure.args).to.deep.equal([story.devnet.spoke.selector])
    })

    it('behavior: what was sent before waits', async () => {
      await story.sendOpen(story.devnet.lanes.out, receiver)
      await curse(story.devnet.spoke, story.devnet.home.selector)
      expect(await story.devnet.relayer.relay()).to.deep.equal([])
      const failure = await refusal(
        commitMessages(
          story.devnet.lanes.out,
          await sentMessages(story.devnet.lanes.out),
        ),
      )
      expect(failure.errorName).to.equal('CursedByRMN')

      await uncurse(story.devnet.spoke, story.devnet.home.selector)
      const deliveries = await story.devnet.relayer.relay()
      expect(deliveries.map(({ state }) => state)).to.deep.equal(['success'])
    })
  })

  describe('relay', () => {
    it('behavior: another one takes over midway', async () => {
      await story.sendOpen(story.devnet.lanes.out, receiver)
      await story.sendOpen(story.devnet.lanes.out, receiver)
      await story.devnet.relayer.relay({ stopAfter: 'commit' })
      await story.sendOpen(story.devnet.lanes.out, receiver)

      const second = createRelayer(story.devnet.relayer.lanes)
      const deliveries = await second.relay()
      expect(numbersOf(deliveries)).to.deep.equal([1n, 2n, 3n])
      const third = createRelayer(story.devnet.relayer.lanes)
      expect(await third.relay()).to.deep.equal([])
      expect(await story.devnet.relayer.relay()).to.deep.equal([])
      expect(await story.balanceOf('spoke', receiver)).to.equal(3n * amount)
    })

    it('behavior: relays by itself until it is stopped', async () => {
      const delivered = new Promise<Hex>((resolve, reject) => {
        story.devnet.relayer.start({
          intervalMs: 10,
          onError: reject,
          onDelivery: ({ messageId }) => resolve(messageId),
        })
      })
      const { messageId } = await story.sendOpen(
        story.devnet.lanes.out,
        receiver,
      )
      expect(await delivered).to.equal(messageId)
      await story.devnet.relayer.stop()
    })
  })
})
