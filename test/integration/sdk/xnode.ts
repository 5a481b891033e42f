import { describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import {
  erc20Abi,
  getAddress,
  parseEther,
  parseGwei,
  parseUnits,
  zeroAddress,
} from 'viem'
import { devnetAddresses } from '../../../config/devnet.ts'
import { addressOf } from '../../../devnet/accounts.ts'
import { mintTestToken } from '../../../devnet/tokens.ts'
import { buyXnode, openmeshActions } from '../../../sdk/src/index.ts'
import { ageFeeds, refusal, sdkWorld } from '../../helpers/sdk.ts'

const { usdc } = devnetAddresses.home
/** 1,500 USD at the devnet's 3,000 USD for an ether. */
const price = parseEther('0.5')
const priceInUsdc = parseUnits('1500', 6)

const sdk = sdkWorld()

/** Above the cap of the series. */
const unknownUnit = 10n ** 6n

function balanceOf(address: `0x${string}`) {
  return sdk.world.home.client.getBalance({ address })
}

function usdcOf(account: `0x${string}`) {
  return sdk.world.home.client.readContract({
    address: usdc,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [account],
  })
}

describe('xnode', () => {
  describe('quoteXnode', () => {
    it('default: one unit in ETH', async () => {
      const quoted = await sdk.as('buyer').quoteXnode({ series: 1 })
      expect(quoted).to.equal(price)
    })

    it('behavior: several units, in USDC', async () => {
      const buyer = sdk.as('buyer')
      const quoted = await buyer.quoteXnode({
        series: 1,
        quantity: 3n,
        asset: usdc,
      })
      expect(quoted).to.equal(3n * priceInUsdc)
    })

    it('behavior: a client without account quotes too', async () => {
      const { home, world } = sdk
      const reader = world.home.client.extend(
        openmeshActions({ contracts: home }),
      )
      expect(await reader.quoteXnode({ series: 1 })).to.equal(price)
    })

    it('error: XnodeSale_AssetNotAccepted for OPEN', async () => {
      const { home } = sdk
      const error = await refusal(
        sdk.as('buyer').quoteXnode({ series: 1, asset: home.openToken }),
      )
      expect(error.errorName).to.equal('XnodeSale_AssetNotAccepted')
      expect(error.args).to.deep.equal([home.openToken])
    })

    it('error: XnodeOne_UnknownSeries', async () => {
      const error = await refusal(sdk.as('buyer').quoteXnode({ series: 9 }))
      expect(error.errorName).to.equal('XnodeOne_UnknownSeries')
      expect(error.args).to.deep.equal([9])
    })

    it('error: AmountTooSmall for no unit', async () => {
      const error = await refusal(
        sdk.as('buyer').quoteXnode({ series: 1, quantity: 0n }),
      )
      expect(error.errorName).to.equal('AmountTooSmall')
      expect(error.args).to.deep.equal(['quantity', 0n, 1n])
    })

    it('error: WrongChain', async () => {
      const error = await refusal(
        sdk.as('buyer').quoteXnode({ series: 1, chainId: 1 }),
      )
      expect(error.errorName).to.equal('WrongChain')
      expect(error.args).to.deep.equal([31337, 1])
    })

    it('error: NoContract where nothing is deployed', async () => {
      const { home, world } = sdk
      const stranger = addressOf('guardian')
      const contracts = { ...home, xnodeSale: stranger }
      const buyer = world.home.wallet(2).extend(openmeshActions({ contracts }))
      const error = await refusal(buyer.quoteXnode({ series: 1 }))
      expect(error.errorName).to.equal('NoContract')
      expect(error.args).to.deep.equal([stranger])
    })
  })

  describe('buyXnode', () => {
    it('default: pays the price in ETH and owns the unit', async () => {
      const { home } = sdk
      const buyer = sdk.as('buyer')
      const before = await balanceOf(home.xnodeSale)
      const bought = await buyer.buyXnode({ series: 1, maxPayment: price })
      expect(bought).to.include({
        series: 1,
        buyer: buyer.account.address,
        to: buyer.account.address,
        quantity: 1n,
        asset: 'ETH',
        payment: price,
        usdAmount: parseEther('1500'),
      })
      expect(await balanceOf(home.xnodeSale)).to.equal(before + price)
      const { owner } = await buyer.getUnit({ unit: bought.firstUnit })
      expect(owner).to.equal(buyer.account.address)
    })

    it('behavior: what was sent above the price comes back', async () => {
      const buyer = sdk.as('buyer')
      const before = await balanceOf(buyer.account.address)
      const { payment, receipt } = await buyer.buyXnode({
        series: 1,
        maxPayment: parseEther('2'),
      })
      const gas = receipt.gasUsed * receipt.effectiveGasPrice
      expect(payment).to.equal(price)
      expect(await balanceOf(buyer.account.address)).to.equal(
        before - price - gas,
      )
    })

    it('behavior: several units for somebody else', async () => {
      const buyer = sdk.as('buyer')
      const to = addressOf('guardian')
      const { firstUnit, quantity } = await buyer.buyXnode({
        series: 1,
        quantity: 2n,
        to,
        maxPayment: 2n * price,
      })
      expect(quantity).to.equal(2n)
      for (const unit of [firstUnit, firstUnit + 1n])
        expect((await buyer.getUnit({ unit })).owner).to.equal(to)
    })

    it('behavior: in USDC, approved on the way, exactly the price is taken', async () => {
      const { home, world } = sdk
      const buyer = sdk.as('buyer')
      const { address } = buyer.account
      await mintTestToken(world.home, 'usdc', address, 2n * priceInUsdc)
      const maxPayment = priceInUsdc + 5n
      const { asset, payment } = await buyer.buyXnode({
        series: 1,
        asset: usdc,
        maxPayment,
      })
      expect(getAddress(asset)).to.equal(getAddress(usdc))
      expect(payment).to.equal(priceInUsdc)
      expect(await usdcOf(address)).to.equal(priceInUsdc)
      expect(await sdk.allowance(address, home.xnodeSale, usdc)).to.equal(5n)
    })

    it('error: XnodeSale_AboveMaxPayment names the price and changes nothing', async () => {
      const { home } = sdk
      const buyer = sdk.as('buyer')
      const before = [
        await sdk.sent(buyer),
        await balanceOf(buyer.account.address),
        await balanceOf(home.xnodeSale),
      ]
      const error = await refusal(
        buyer.buyXnode({ series: 1, maxPayment: price - 1n }),
      )
      expect(error.errorName).to.equal('XnodeSale_AboveMaxPayment')
      expect(error.args).to.deep.equal([price, price - 1n])
      expect(error.shortMessage).to.include(`required: ${price}`)
      expect(error.contract).to.equal(home.xnodeSale)
      expect(error.functionName).to.equal('buy')
      expect([
        await sdk.sent(buyer),
        await balanceOf(buyer.account.address),
        await balanceOf(home.xnodeSale),
      ]).to.deep.equal(before)
    })

    it('error: XnodeSale_AboveMaxPayment in USDC leaves no approval', async () => {
      const { home } = sdk
      const buyer = sdk.as('buyer')
      const before = await sdk.sent(buyer)
      const error = await refusal(
        buyer.buyXnode({ series: 1, asset: usdc, maxPayment: 7n }),
      )
      expect(error.errorName).to.equal('XnodeSale_AboveMaxPayment')
      expect(error.args).to.deep.equal([priceInUsdc, 7n])
      expect(await sdk.sent(buyer)).to.equal(before)
      const { address } = buyer.account
      expect(await sdk.allowance(address, home.xnodeSale, usdc)).to.equal(5n)
    })

    it('error: ERC20InsufficientBalance leaves no approval', async () => {
      const guardian = sdk.as('guardian')
      const { address } = guardian.account
      const before = await sdk.sent(guardian)
      const error = await refusal(
        guardian.buyXnode({ series: 1, asset: usdc, maxPayment: priceInUsdc }),
      )
      expect(error.errorName).to.equal('ERC20InsufficientBalance')
      expect(error.args).to.deep.equal([address, 0n, priceInUsdc])
      expect(await sdk.sent(guardian)).to.equal(before)
    })

    it('error: InsufficientFunds', async () => {
      const error = await refusal(
        sdk.as('buyer').buyXnode({
          series: 1,
          maxPayment: parseEther('50000'),
        }),
      )
      expect(error.errorName).to.equal('InsufficientFunds')
    })

    it('error: XnodeOne_QuantityAboveMax', async () => {
      const quantity = 21n
      const error = await refusal(
        sdk.as('buyer').buyXnode({ series: 1, quantity, maxPayment: price }),
      )
      expect(error.errorName).to.equal('XnodeOne_QuantityAboveMax')
      expect(error.args).to.deep.equal([quantity, 20n])
    })

    it('error: ERC721InvalidReceiver for the zero address', async () => {
      const error = await refusal(
        sdk
          .as('buyer')
          .buyXnode({ series: 1, to: zeroAddress, maxPayment: price }),
      )
      expect(error.errorName).to.equal('ERC721InvalidReceiver')
    })

    it('error: InvalidArguments for a malformed receiver', async () => {
      const error = await refusal(
        sdk.as('buyer').buyXnode({ series: 1, to: '0x12', maxPayment: price }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
      expect(error.args[0]).to.equal('buy')
    })

    it('error: WrongChain sends nothing', async () => {
      const { home, world } = sdk
      const error = await refusal(
        buyXnode(world.spoke.wallet(2), {
          contracts: home,
          chainId: 31337,
          series: 1,
          maxPayment: price,
        }),
      )
      expect(error.errorName).to.equal('WrongChain')
      expect(error.args).to.deep.equal([1337, 31337])
    })

    it('error: NoContract on a chain without the sale', async () => {
      const { home, world } = sdk
      const error = await refusal(
        buyXnode(world.spoke.wallet(2), {
          contracts: home,
          series: 1,
          maxPayment: price,
        }),
      )
      expect(error.errorName).to.equal('NoContract')
      expect(error.args).to.deep.equal([home.xnodeSale])
    })

    it('error: TransactionReplaced when the account sent another', async () => {
      const { client, rpc } = sdk.world.home
      const buyer = sdk.as('buyer')
      const { address } = buyer.account
      const nonce = await sdk.sent(buyer)
      await rpc('evm_setAutomine', [false])
      const buying = refusal(buyer.buyXnode({ series: 1, maxPayment: price }))
      try {
        await until(
          async () =>
            nonce <
            (await client.getTransactionCount({
              address,
              blockTag: 'pending',
            })),
        )
        // viem has to have seen the transaction before it can miss it.
        await setTimeout(1_000)
        const maxFeePerGas = parseGwei('1000')
        await buyer.sendTransaction({
          to: address,
          nonce,
          gas: 21_000n,
          maxFeePerGas,
          maxPriorityFeePerGas: maxFeePerGas,
        })
        await rpc('evm_mine')
      } finally {
        await rpc('evm_setAutomine', [true])
      }
      const error = await buying
      expect(error.errorName).to.equal('TransactionReplaced')
      expect(error.functionName).to.equal('buy')
    })

    it('error: PriceOracle_StaleAnswer once the feed is late', async () => {
      const { world } = sdk
      await ageFeeds(world.home, 4_600)
      const buyer = sdk.as('buyer')
      const before = await sdk.sent(buyer)
      const error = await refusal(
        buyer.buyXnode({ series: 1, maxPayment: price }),
      )
      await world.advance(1n)
      expect(error.errorName).to.equal('PriceOracle_StaleAnswer')
      expect(error.args[0]).to.equal(zeroAddress)
      expect(error.args[2]).to.equal(4_500n)
      expect(await sdk.sent(buyer)).to.equal(before)
    })
  })

  describe('activateXnode', () => {
    it('default: begins a term that ends on a midnight', async () => {
      const buyer = sdk.as('buyer')
      const unit = await bought()
      const { expiry, owner } = await buyer.activateXnode({ unit })
      expect(owner).to.equal(buyer.account.address)
      expect(expiry % 86_400n).to.equal(0n)
      const found = await buyer.getUnit({ unit })
      expect(found).to.include({ owner, state: 'active', expiry, series: 1 })
    })

    it('error: XnodeOne_AlreadyActivated', async () => {
      const buyer = sdk.as('buyer')
      const unit = await bought()
      await buyer.activateXnode({ unit })
      const error = await refusal(buyer.activateXnode({ unit }))
      expect(error.errorName).to.equal('XnodeOne_AlreadyActivated')
      expect(error.args[0]).to.equal(unit)
    })

    it('error: ERC721InsufficientApproval for a stranger', async () => {
      const unit = await bought()
      const error = await refusal(sdk.as('guardian').activateXnode({ unit }))
      expect(error.errorName).to.equal('ERC721InsufficientApproval')
      expect(error.args).to.deep.equal([addressOf('guardian'), unit])
    })
  })

  describe('getUnit', () => {
    it('default: a unit that was not activated', async () => {
      const unit = await bought()
      const buyer = sdk.as('buyer')
      expect(await buyer.getUnit({ unit })).to.include({
        owner: buyer.account.address,
        state: 'minted',
        activatedAt: undefined,
        expiry: undefined,
        locker: undefined,
        series: 1,
      })
    })

    it('error: ERC721NonexistentToken', async () => {
      const error = await refusal(
        sdk.as('buyer').getUnit({ unit: unknownUnit }),
      )
      expect(error.errorName).to.equal('ERC721NonexistentToken')
      expect(error.args).to.deep.equal([unknownUnit])
    })
  })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await isSo()) return
    await setTimeout(10)
  }
  throw new Error('It did not come about within 5 seconds')
}

async function bought(): Promise<bigint> {
  const buyer = sdk.as('buyer')
  const sale = await buyer.buyXnode({ series: 1, maxPayment: price })
  return sale.firstUnit
}
