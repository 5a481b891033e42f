import { describe, it } from 'node:test'
import { expect } from 'chai'
import { type Address, type Hex, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { oracles } from '../../devnet/ccip/constants.ts'
import { failureOf } from '../../devnet/ccip/failures.ts'
import { curse, uncurse } from '../../devnet/ccip/lane.ts'
import { deliveryGasLimit } from '../../devnet/measure-delivery.ts'
import {
  type CommitFaults,
  commitMessages,
} from '../../devnet/relayer/commit.ts'
import { executeMessage } from '../../devnet/relayer/execute.ts'
import {
  type Faults,
  type MessageFaults,
  type Refusal,
  RelayerKilled,
} from '../../devnet/relayer/faults.ts'
import { hashMessage, type Message } from '../../devnet/relayer/messages.ts'
import { createRelayer, type Relayer } from '../../devnet/relayer/relayer.ts'
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

  describe('faults', () => {
    const impostors = [1, 2].map((number) =>
      privateKeyToAccount(toHex(number, { size: 32 })),
    )
    /** A relayer for which this goes wrong with every message. */
    const faulty = (faults: MessageFaults, more: Partial<Faults> = {}) => {
      const refusals: Refusal[] = []
      const relayer = createRelayer(story.devnet.lanes.all, undefined, {
        of: () => faults,
        onRefusal: (refusal) => refusals.push(refusal),
        ...more,
      })
      return { relayer, refusals }
    }
    const send = () => story.sendOpen(story.devnet.lanes.out, receiver)
    const statesOf = async (relayer: Relayer) =>
      (await relayer.relay()).map(({ state }) => state)

    it('behavior: a delayed message waits, before and after its commit', async () => {
      await send()
      const { relayer } = faulty({ commitDelay: 2, delay: 1 })
      const passes = []
      for (let pass = 0; pass < 4; pass++) passes.push(await statesOf(relayer))
      expect(passes).to.deep.equal([[], [], [], ['success']])
    })

    it('behavior: a dropped message is executed by hand once overdue', async () => {
      const { messageId } = await send()
      const { relayer } = faulty({ drop: true })
      expect(await statesOf(relayer)).to.deep.equal([])
      const stranger = story.devnet.spoke.wallet(5)
      const early = await refusal(relayer.manualExecute(messageId, stranger))
      expect(early.errorName).to.equal('ManualExecutionNotYetEnabled')
      await story.devnet.advance(3_601n)
      const late = await relayer.manualExecute(messageId, stranger)
      expect(late.state).to.equal('success')
    })

    it('behavior: messages arrive in another order', async () => {
      await send()
      await send()
      const { relayer } = faulty(
        {},
        { order: (waiting) => waiting.toReversed() },
      )
      expect(numbersOf(await relayer.relay())).to.deep.equal([2n, 1n])
    })

    it('behavior: a doubled message takes effect once', async () => {
      await send()
      const { relayer } = faulty({ duplicate: true })
      expect(await statesOf(relayer)).to.deep.equal(['success', 'skipped'])
      expect(await story.balanceOf('spoke', receiver)).to.equal(amount)
    })

    const reports: [string, CommitFaults, string][] = [
      ['too few signatures', { signatures: 1 }, 'WrongNumberOfSignatures'],
      ['too many signatures', { signatures: 3 }, 'WrongNumberOfSignatures'],
      ['strangers sign', { signers: impostors }, 'UnauthorizedSigner'],
    ]
    for (const [name, commit, errorName] of reports)
      it(`behavior: ${name}, then the report is right`, async () => {
        await send()
        const { relayer, refusals } = faulty({ commits: [commit] })
        expect(await statesOf(relayer)).to.deep.equal(['success'])
        expect(refusals.map(({ attempt }) => attempt)).to.deep.equal(['commit'])
        const failure = await failureOf(refusals[0]?.error)
        expect(failure?.errorName).to.equal(errorName)
      })

    it('behavior: a tampered message is refused, the right one is not', async () => {
      await send()
      const { relayer, refusals } = faulty({ tampered: true })
      expect(await statesOf(relayer)).to.deep.equal(['success'])
      const failure = await failureOf(refusals[0]?.error)
      expect(failure?.errorName).to.equal('RootNotCommitted')
      expect(await story.balanceOf('spoke', receiver)).to.equal(amount)
    })

    it('behavior: killed between two transactions, the next one goes on', async () => {
      await send()
      await send()
      for (let lives = 0; lives < 3; lives++) {
        let left = lives === 0 ? 0 : 1
        const { relayer } = faulty(
          {},
          {
            beforeTransaction: () => {
              if (left-- === 0) throw new RelayerKilled('killed')
            },
          },
        )
        const error = await relayer.relay().catch((thrown: unknown) => thrown)
        // Nothing, then the commit, then the first message.
        if (lives < 2) expect(error).to.be.instanceOf(RelayerKilled)
      }
      const { relayer } = faulty({})
      await relayer.relay()
      expect(await story.balanceOf('spoke', receiver)).to.equal(2n * amount)
    })

    it('error: nothing is sent at stale prices', async () => {
      const { home } = story.devnet
      await home.rpc('evm_increaseTime', [toHex(90_000)])
      await home.rpc('evm_mine')
      const failure = await refusal(send())
      expect(failure.errorName).to.equal('StaleGasPrice')
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
