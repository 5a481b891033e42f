import { describe, it } from 'node:test'
import { expect } from 'chai'
import { erc20Abi, getAddress, parseEther, parseUnits, zeroAddress } from 'viem'
import { devnetAddresses } from '../../../config/devnet.ts'
import { addressOf } from '../../../devnet/accounts.ts'
import { mintTestToken } from '../../../devnet/tokens.ts'
import {
  type Asset,
  claimableRevenue,
  paySeries,
} from '../../../sdk/src/index.ts'
import { xnodeOneAbi, xnodeRevenueAbi } from '../../../typechain-types/index.ts'
import { expectDefined } from '../../helpers/expect.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { activatedBy, boughtBy, countingReader } from '../../helpers/xnode.ts'

const DAY = 86_400n
const { usdc } = devnetAddresses.home

const sdk = sdkWorld()

/** What an owner can claim of one asset, with some of its units. */
async function due(
  owner: `0x${string}`,
  units: readonly bigint[],
  asset: Asset,
): Promise<bigint> {
  const all = await sdk.as('buyer').claimableRevenue({ owner, units })
  const found = all.find((item) => item.asset === asset)
  expectDefined(found)
  return found.amount
}

function balanceOf(token: `0x${string}`, account: `0x${string}`) {
  return sdk.world.home.client.readContract({
    address: token,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [account],
  })
}

async function lastDay(): Promise<number> {
  const pool = await sdk.world.home.client.readContract({
    address: sdk.home.xnodeRevenue,
    abi: xnodeRevenueAbi,
    functionName: 'poolOf',
    args: [1],
  })
  return pool.lastDay
}

describe('revenue', () => {
  describe('paySeries before anybody can be owed', () => {
    it('error: XnodeRevenue_NoActiveUnits, and nothing is sent', async () => {
      const payer = sdk.as('guardian')
      const before = await sdk.sent(payer)
      const error = await refusal(payer.paySeries({ series: 1, amount: 1n }))
      expect(error.errorName).to.equal('XnodeRevenue_NoActiveUnits')
      expect(error.args).to.deep.equal([1])
      expect(await sdk.sent(payer)).to.equal(before)
    })

    it('error: XnodeOne_UnknownSeries', async () => {
      const error = await refusal(
        sdk.as('guardian').paySeries({ series: 9, amount: 1n }),
      )
      expect(error.errorName).to.equal('XnodeOne_UnknownSeries')
    })
  })

  describe('payUnit', () => {
    it('default: in ETH, to the owner’s credit at once', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const owner = addressOf('buyer')
      const payer = sdk.as('guardian')
      const { receipt, ...paid } = await payer.payUnit({ unit, amount: 1_000n })
      expect(receipt.status).to.equal('success')
      expect(paid).to.deep.equal({
        unit,
        asset: 'ETH',
        payer: payer.account.address,
        owner,
        amount: 1_000n,
      })
      expect(await due(owner, [], 'ETH')).to.equal(1_000n)
    })

    it('behavior: the zero address is ETH, as to the contracts', async () => {
      const unit = await activatedBy(sdk, 'core-team')
      const payer = sdk.as('guardian')
      const payment = { unit, amount: 5n, asset: zeroAddress }
      expect(await payer.payUnit(payment)).to.include({ asset: 'ETH' })
      const owner = sdk.as('core-team')
      const claimed = await owner.claimRevenue({ asset: zeroAddress })
      expect(claimed).to.include({ asset: 'ETH', amount: 5n })
    })

    it('error: ERC721NonexistentToken for a unit that nobody bought', async () => {
      const unit = 1_000_999n
      const error = await refusal(
        sdk.as('guardian').payUnit({ unit, amount: 1n }),
      )
      expect(error.errorName).to.equal('ERC721NonexistentToken')
      expect(error.args).to.deep.equal([unit])
    })

    it('behavior: in USDC, approved exactly on the way', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const payer = sdk.as('guardian')
      const { address } = payer.account
      const amount = parseUnits('12', 6)
      await mintTestToken(sdk.world.home, 'usdc', address, amount)
      const { asset } = await payer.payUnit({ unit, amount, asset: usdc })
      expect(getAddress(asset)).to.equal(getAddress(usdc))
      expect(await balanceOf(usdc, sdk.home.xnodeRevenue)).to.equal(amount)
      const { xnodeRevenue } = sdk.home
      expect(await sdk.allowance(address, xnodeRevenue, usdc)).to.equal(0n)
    })

    it('error: XnodeRevenue_NotActive for a unit nobody activated', async () => {
      const unit = await boughtBy(sdk, 'buyer')
      const payer = sdk.as('guardian')
      const before = await sdk.sent(payer)
      const error = await refusal(payer.payUnit({ unit, amount: 1n }))
      expect(error.errorName).to.equal('XnodeRevenue_NotActive')
      expect(error.args).to.deep.equal([unit])
      expect(await sdk.sent(payer)).to.equal(before)
    })

    it('error: XnodeRevenue_UnknownAsset leaves no approval', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const payer = sdk.as('guardian')
      const asset = sdk.world.home.addresses.syntheticOpen
      const before = await sdk.sent(payer)
      const error = await refusal(payer.payUnit({ unit, amount: 1n, asset }))
      expect(error.errorName).to.equal('XnodeRevenue_UnknownAsset')
      expect(await sdk.sent(payer)).to.equal(before)
    })

    it('error: AmountTooSmall for nothing', async () => {
      const error = await refusal(
        sdk.as('guardian').payUnit({ unit: 1_000_001n, amount: 0n }),
      )
      expect(error.errorName).to.equal('AmountTooSmall')
    })
  })

  describe('paySeries and claimRevenue', () => {
    it('default: shared by the active units, claimed by their owner', async () => {
      const unit = await activatedBy(sdk, 'core-team')
      const owner = sdk.as('core-team')
      const to = '0x00000000000000000000000000000000000CAfE2'
      const amount = parseEther('0.3')
      const paid = await sdk.as('guardian').paySeries({ series: 1, amount })
      expect(paid).to.include({ series: 1, amount, asset: 'ETH' })
      const share = amount / paid.active
      const expected = await due(owner.account.address, [unit], 'ETH')
      expect(expected).to.equal(share)
      const { receipt, ...claimed } = await owner.claimRevenue({
        units: [unit],
        asset: 'ETH',
        to,
      })
      expect(claimed).to.deep.equal({
        owner: owner.account.address,
        asset: 'ETH',
        to,
        amount: share,
      })
      expect(await sdk.world.home.client.getBalance({ address: to })).to.equal(
        share,
      )
      expect(await due(owner.account.address, [unit], 'ETH')).to.equal(0n)
    })

    it('behavior: the stream of OPEN, also of a unit that was sold', async () => {
      const unit = await activatedBy(sdk, 'core-team')
      const seller = sdk.as('core-team')
      await sdk.world.advance(DAY)
      await seller.writeContract({
        address: sdk.home.xnodeOne,
        abi: xnodeOneAbi,
        functionName: 'transferFrom',
        args: [seller.account.address, addressOf('guardian'), unit],
      })
      const { openToken } = sdk.home
      const credit = await due(seller.account.address, [], openToken)
      const perDay = parseEther('200') / 365n
      expect(credit >= perDay).to.equal(true)
      const before = await balanceOf(openToken, seller.account.address)
      const { amount } = await seller.claimRevenue({ asset: openToken })
      expect(amount).to.equal(credit)
      expect(await balanceOf(openToken, seller.account.address)).to.equal(
        before + amount,
      )
    })

    it('behavior: many units at once', async () => {
      const owner = sdk.as('node-operators')
      const units = [
        await activatedBy(sdk, 'node-operators'),
        await activatedBy(sdk, 'node-operators'),
      ]
      const { active } = await sdk
        .as('guardian')
        .paySeries({ series: 1, amount: 1_000n })
      const { amount } = await owner.claimRevenue({ units, asset: 'ETH' })
      expect(amount).to.equal(2n * (1_000n / active))
    })

    it('error: XnodeRevenue_NotOwner', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const error = await refusal(
        sdk.as('guardian').claimRevenue({ units: [unit], asset: 'ETH' }),
      )
      expect(error.errorName).to.equal('XnodeRevenue_NotOwner')
      expect(error.args).to.deep.equal([
        unit,
        addressOf('buyer'),
        addressOf('guardian'),
      ])
    })

    it('error: XnodeRevenue_NothingToClaim', async () => {
      const error = await refusal(
        sdk.as('community-fund').claimRevenue({ asset: 'ETH' }),
      )
      expect(error.errorName).to.equal('XnodeRevenue_NothingToClaim')
    })

    it('error: XnodeRevenue_TooManyUnits', async () => {
      const units = Array.from({ length: 51 }, () => 1_000_001n)
      const error = await refusal(
        sdk.as('buyer').claimRevenue({ units, asset: 'ETH' }),
      )
      expect(error.errorName).to.equal('XnodeRevenue_TooManyUnits')
      expect(error.args).to.deep.equal([51n, 50n])
    })
  })

  describe('claimableRevenue', () => {
    it('default: every asset in two requests, without account', async () => {
      const { asked, client } = countingReader(sdk)
      const owner = addressOf('community-fund')
      const found = await claimableRevenue(client, {
        contracts: sdk.home,
        owner,
      })
      expect(asked).to.deep.equal(['eth_call', 'eth_call'])
      expect(found).to.deep.equal([
        { asset: 'ETH', amount: 0n },
        { asset: getAddress(usdc), amount: 0n },
        { asset: sdk.home.openToken, amount: 0n },
      ])
    })

    it('behavior: a unit that is named twice counts once', async () => {
      const owner = addressOf('buyer')
      const unit = await activatedBy(sdk, 'buyer')
      await sdk.as('guardian').paySeries({ series: 1, amount: 10_000n })
      expect(await due(owner, [unit, unit], 'ETH')).to.equal(
        await due(owner, [unit], 'ETH'),
      )
    })

    it('error: XnodeRevenue_NotOwner', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const owner = addressOf('guardian')
      const error = await refusal(
        sdk.as('buyer').claimableRevenue({ owner, units: [unit] }),
      )
      expect(error.errorName).to.equal('XnodeRevenue_NotOwner')
    })
  })

  // Last: they let months pass.
  describe('advanceRevenue', () => {
    it('default: books the days, and then has nothing to do', async () => {
      await activatedBy(sdk, 'buyer')
      await sdk.world.advance(3n * DAY)
      const before = await lastDay()
      const anybody = sdk.as('guardian')
      const first = await anybody.advanceRevenue({ series: 1, maxDays: 2n })
      expect(first.lastDay).to.equal(BigInt(before) + 2n)
      const second = await anybody.advanceRevenue({ series: 1 })
      expect(second.lastDay).to.equal((await sdk.now()) / DAY)
      const third = await anybody.advanceRevenue({ series: 1 })
      expect(third.lastDay).to.equal(undefined)
    })

    it('behavior: paySeries does it by itself', async () => {
      await sdk.world.advance(200n * DAY)
      const payer = sdk.as('guardian')
      const before = await sdk.sent(payer)
      const { active } = await payer.paySeries({ series: 1, amount: 100n })
      expect(active > 0n).to.equal(true)
      // 200 days are two steps of 128.
      expect(await sdk.sent(payer)).to.equal(before + 3)
      expect(BigInt(await lastDay())).to.equal((await sdk.now()) / DAY)
    })

    it('error: XnodeRevenue_Behind by more than is allowed', async () => {
      await sdk.world.advance(30n * DAY)
      const payer = sdk.as('guardian')
      const before = await sdk.sent(payer)
      const error = await refusal(
        paySeries(payer, {
          contracts: sdk.home,
          series: 1,
          amount: 1n,
          maxAdvanceDays: 20n,
        }),
      )
      expect(error.errorName).to.equal('XnodeRevenue_Behind')
      expect(await sdk.sent(payer)).to.equal(before)
    })
  })
})
