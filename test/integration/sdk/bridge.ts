import { describe, it } from 'node:test'
import { expect } from 'chai'
import { encodeFunctionData, parseEther, toHex, zeroAddress } from 'viem'
import { dailyMintBudget, laneLimits } from '../../../config/bridge.ts'
import { addressOf } from '../../../devnet/accounts.ts'
import { bridgedOpenTokenAbi } from '../../../typechain-types/index.ts'
import { ageFeeds, refusal, sdkWorld } from '../../helpers/sdk.ts'

const sdk = sdkWorld()

const amount = parseEther('100')
const maxFee = parseEther('1')
const account = addressOf('core-team')

/** Out of the home chain, from who holds OPEN. */
function route() {
  const destinationChainSelector = sdk.world.spoke.selector
  return { destinationChainSelector, amount, receiver: account }
}

function sending() {
  return { ...route(), maxFee }
}

function etherOf(address: `0x${string}`) {
  return sdk.world.home.client.getBalance({ address })
}

describe('bridge', () => {
  describe('quoteBridge', () => {
    it('default: a fee in wei', async () => {
      const fee = await sdk.as('buyer').quoteBridge(route())
      expect(fee > 0n && fee < maxFee).to.equal(true)
    })

    it('error: UnsupportedDestinationChain', async () => {
      const error = await refusal(
        sdk
          .as('buyer')
          .quoteBridge({ ...route(), destinationChainSelector: 5n }),
      )
      expect(error.errorName).to.equal('UnsupportedDestinationChain')
      expect(error.args).to.deep.equal([5n])
    })

    it('error: AmountTooSmall', async () => {
      const error = await refusal(
        sdk.as('buyer').quoteBridge({ ...route(), amount: 0n }),
      )
      expect(error.errorName).to.equal('AmountTooSmall')
      expect(error.args).to.deep.equal(['amount', 0n, 1n])
    })
  })

  describe('bridgeOpen', () => {
    it('default: there and back, nothing is lost', async () => {
      const near = sdk.as('core-team')
      const far = sdk.asOnSpoke('core-team')
      const before = await near.getBalance({ account })
      const fee = await near.quoteBridge(route())
      const ether = await etherOf(account)
      const sent = await near.bridgeOpen({ ...sending(), maxFee: fee })
      expect(sent).to.include({ fee, receiver: account, amount })
      expect(sent.sequenceNumber).to.equal(1n)
      expect(await near.getBalance({ account })).to.equal(before - amount)
      expect(await sdk.allowance(account, sdk.home.ccipRouter)).to.equal(0n)
      expect((await etherOf(account)) < ether - fee).to.equal(true)

      const message = {
        messageId: sent.messageId,
        sequenceNumber: sent.sequenceNumber,
        sourceChainSelector: sdk.world.home.selector,
      }
      expect(await far.getMessageState(message)).to.deep.equal({
        state: 'untouched',
        failure: undefined,
      })
      await sdk.world.relayer.relay()
      expect(await far.getMessageState(message)).to.deep.equal({
        state: 'success',
        failure: undefined,
      })
      expect(await far.getBalance({ account })).to.equal(amount)

      const back = await far.bridgeOpen({
        destinationChainSelector: sdk.world.home.selector,
        amount,
        maxFee,
      })
      expect(back.receiver).to.equal(account)
      await sdk.world.relayer.relay()
      expect(
        await near.getMessageState({
          messageId: back.messageId,
          sequenceNumber: back.sequenceNumber,
          sourceChainSelector: sdk.world.spoke.selector,
        }),
      ).to.deep.equal({ state: 'success', failure: undefined })
      expect(await far.getBalance({ account })).to.equal(0n)
      expect(await near.getBalance({ account })).to.equal(before)
    })

    it('error: UnsupportedDestinationChain before any approval', async () => {
      const near = sdk.as('core-team')
      const before = await sdk.sent(near)
      const error = await refusal(
        near.bridgeOpen({ ...sending(), destinationChainSelector: 5n }),
      )
      expect(error.errorName).to.equal('UnsupportedDestinationChain')
      expect(error.args).to.deep.equal([5n])
      expect(await sdk.sent(near)).to.equal(before)
      expect(await sdk.allowance(account, sdk.home.ccipRouter)).to.equal(0n)
    })

    it('error: FeeAboveMax before any approval', async () => {
      const near = sdk.as('core-team')
      const before = await sdk.sent(near)
      const fee = await near.quoteBridge(route())
      const error = await refusal(
        near.bridgeOpen({ ...sending(), maxFee: fee - 1n }),
      )
      expect(error.errorName).to.equal('FeeAboveMax')
      expect(error.args).to.deep.equal([fee, fee - 1n])
      expect(await sdk.sent(near)).to.equal(before)
    })

    it('error: AmountTooSmall', async () => {
      const error = await refusal(
        sdk.as('core-team').bridgeOpen({ ...sending(), amount: 0n }),
      )
      expect(error.errorName).to.equal('AmountTooSmall')
    })

    it('error: InvalidAddress for a receiver that is nobody', async () => {
      const error = await refusal(
        sdk.as('core-team').bridgeOpen({ ...sending(), receiver: zeroAddress }),
      )
      expect(error.errorName).to.equal('InvalidAddress')
      expect(error.args).to.deep.equal(['receiver', zeroAddress])
    })

    it('error: ERC20InsufficientBalance before any approval', async () => {
      const buyer = sdk.as('buyer')
      const before = await sdk.sent(buyer)
      const error = await refusal(buyer.bridgeOpen(sending()))
      expect(error.errorName).to.equal('ERC20InsufficientBalance')
      expect(error.args).to.deep.equal([addressOf('buyer'), 0n, amount])
      expect(await sdk.sent(buyer)).to.equal(before)
    })

    it('error: TokenMaxCapacityExceeded before any approval', async () => {
      const near = sdk.as('core-team')
      const before = await sdk.sent(near)
      const { capacity } = laneLimits.outbound
      const error = await refusal(
        near.bridgeOpen({ ...sending(), amount: capacity + 1n }),
      )
      expect(error.errorName).to.equal('TokenMaxCapacityExceeded')
      expect(error.args).to.deep.equal([
        capacity,
        capacity + 1n,
        sdk.home.openToken,
      ])
      expect(await sdk.sent(near)).to.equal(before)
    })

    it('error: TokenRateLimitReached before any approval', async () => {
      const near = sdk.as('core-team')
      const { capacity } = laneLimits.outbound
      // A lane opens empty and is full after a day.
      await sdk.world.advance(86_400n)
      await near.bridgeOpen({ ...sending(), amount: capacity })
      const before = await sdk.sent(near)
      const error = await refusal(
        near.bridgeOpen({ ...sending(), amount: capacity }),
      )
      expect(error.errorName).to.equal('TokenRateLimitReached')
      const [wait] = error.args as [bigint]
      expect(wait > 0n && wait <= 86_401n).to.equal(true)
      expect(await sdk.sent(near)).to.equal(before)
      await sdk.world.relayer.relay()
    })

    it('error: InvalidArguments for a selector that is no uint64', async () => {
      const error = await refusal(
        sdk.as('core-team').bridgeOpen({
          ...sending(),
          destinationChainSelector: 2n ** 64n,
        }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
    })

    it('error: StaleGasPrice before any approval', async () => {
      const near = sdk.as('core-team')
      await ageFeeds(sdk.world.home, 90_000)
      const before = await sdk.sent(near)
      const error = await refusal(near.bridgeOpen(sending()))
      await sdk.world.advance(1n)
      expect(error.errorName).to.equal('StaleGasPrice')
      expect(await sdk.sent(near)).to.equal(before)
    })
  })

  describe('getMessageState', () => {
    it('behavior: a failure says why, and ends when it is mended', async () => {
      const { relayer } = sdk.world
      const far = sdk.asOnSpoke('core-team')
      const sent = await sdk.as('core-team').bridgeOpen(sending())
      const message = {
        messageId: sent.messageId,
        sequenceNumber: sent.sequenceNumber,
        sourceChainSelector: sdk.world.home.selector,
      }
      await setMintBudget(1n)
      await relayer.relay()
      const { failure, state } = await far.getMessageState(message)
      expect(state).to.equal('failure')
      expect(failure?.errorName).to.equal('BridgedOpenToken_BudgetExceeded')
      expect(failure?.args[1]).to.equal(amount)
      expect(failure?.remedy).not.to.equal('')

      await setMintBudget(dailyMintBudget)
      await sdk.world.advance(86_400n)
      await relayer.manualExecute(sent.messageId, far)
      expect(await far.getMessageState(message)).to.deep.equal({
        state: 'success',
        failure: undefined,
      })
    })

    it('error: UnsupportedSourceChain on the wrong chain', async () => {
      const error = await refusal(
        sdk.as('buyer').getMessageState({
          messageId: `0x${'00'.repeat(32)}`,
          sequenceNumber: 1n,
          sourceChainSelector: sdk.world.home.selector,
        }),
      )
      expect(error.errorName).to.equal('UnsupportedSourceChain')
    })

    it('behavior: another message of the same number is not mistaken', async () => {
      const state = await sdk.asOnSpoke('buyer').getMessageState({
        messageId: `0x${'00'.repeat(32)}`,
        sequenceNumber: 1n,
        sourceChainSelector: sdk.world.home.selector,
      })
      expect(state.state).to.equal('untouched')
    })
  })
})

/** What a vote on the spoke would do. */
async function setMintBudget(budget: bigint): Promise<void> {
  const { contracts, spoke } = sdk.world
  const from = sdk.spoke.openTimelock
  await spoke.rpc('hardhat_impersonateAccount', [from])
  await spoke.rpc('hardhat_setBalance', [from, toHex(parseEther('1'))])
  const data = encodeFunctionData({
    abi: bridgedOpenTokenAbi,
    functionName: 'setMinter',
    args: [contracts.spoke.BurnMintTokenPool ?? zeroAddress, budget],
  })
  const to = sdk.spoke.bridgedOpenToken
  await spoke.rpc('eth_sendTransaction', [{ from, to, data }])
}
