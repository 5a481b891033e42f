import { describe, it } from 'node:test'
import { expect } from 'chai'
import { erc20Abi, getAddress, parseEther, parseUnits, zeroAddress } from 'viem'
import { devnetAddresses } from '../../../config/devnet.ts'
import { series as seriesConfig } from '../../../config/xnode.ts'
import { accounts, addressOf } from '../../../devnet/accounts.ts'
import { mintTestToken } from '../../../devnet/tokens.ts'
import {
  activateBySig,
  getUnit,
  listSeries,
  setUser,
  signActivation,
  tokenMetadata,
  tokensOf,
} from '../../../sdk/src/index.ts'
import { xnodeOneAbi } from '../../../typechain-types/index.ts'
import { expectDefined } from '../../helpers/expect.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import {
  activatedBy,
  boughtBy,
  countingReader,
  price,
} from '../../helpers/xnode.ts'

const DAY = 86_400n
const { usdc } = devnetAddresses.home
/** 220 USD at the devnet's 1 USD. */
const renewalInUsdc = parseUnits('220', 6)

const sdk = sdkWorld()

async function expiryOf(unit: bigint): Promise<bigint> {
  const { expiry } = await sdk.as('buyer').getUnit({ unit })
  expectDefined(expiry)
  return expiry
}

async function transfer(unit: bigint, to: `0x${string}`): Promise<void> {
  const buyer = sdk.as('buyer')
  await buyer.writeContract({
    address: sdk.home.xnodeOne,
    abi: xnodeOneAbi,
    functionName: 'transferFrom',
    args: [buyer.account.address, to, unit],
  })
}

describe('series', () => {
  describe('getSeries', () => {
    it('default: prices, what is left, and that it is on sale', async () => {
      const [config] = seriesConfig
      const before = await sdk.as('buyer').getSeries({ series: 1 })
      await boughtBy(sdk, 'buyer')
      const { minted, ...found } = await sdk
        .as('buyer')
        .getSeries({ series: 1 })
      expect(minted).to.equal(before.minted + 1n)
      expect(found).to.deep.equal({
        series: 1,
        name: config.name,
        status: 'open',
        cap: BigInt(config.cap),
        termDays: config.termDays,
        priceUsd: config.priceUsd,
        renewalPriceUsd: config.renewalPriceUsd,
        grantPerUnit: config.grantPerUnit,
        saleStart: 0n,
        saleEnd: undefined,
        pausedUntil: undefined,
        walletLimit: undefined,
        royaltyBps: config.royaltyBps,
        specHash: config.specHash,
      })
    })

    it('error: XnodeOne_UnknownSeries', async () => {
      const error = await refusal(sdk.as('buyer').getSeries({ series: 9 }))
      expect(error.errorName).to.equal('XnodeOne_UnknownSeries')
      expect(error.args).to.deep.equal([9])
    })
  })

  describe('listSeries', () => {
    it('default: all of them, for a client without account', async () => {
      const { client } = countingReader(sdk)
      const found = await listSeries(client, { contracts: sdk.home })
      expect(found.map(({ name }) => name)).to.deep.equal(
        seriesConfig.map(({ name }) => name),
      )
    })
  })
})

describe('units', () => {
  describe('renewXnode', () => {
    it('default: one more term in ETH, the surplus comes back', async () => {
      const buyer = sdk.as('buyer')
      const unit = await activatedBy(sdk, 'buyer')
      const before = await expiryOf(unit)
      const payment = await buyer.quoteRenewal({ unit })
      const renewal = await buyer.renewXnode({ unit, maxPayment: 2n * payment })
      expect(renewal).to.include({
        unit,
        payer: buyer.account.address,
        asset: zeroAddress,
        payment,
        usdAmount: parseEther('220'),
        expiry: before + 365n * DAY,
      })
    })

    it('behavior: anybody pays, in USDC, approved on the way', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const guardian = sdk.as('guardian')
      const { address } = guardian.account
      await mintTestToken(sdk.world.home, 'usdc', address, renewalInUsdc)
      const { asset, payment } = await guardian.renewXnode({
        unit,
        asset: usdc,
        maxPayment: renewalInUsdc,
      })
      expect(getAddress(asset)).to.equal(getAddress(usdc))
      expect(payment).to.equal(renewalInUsdc)
      const left = await sdk.world.home.client.readContract({
        address: usdc,
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [address],
      })
      expect(left).to.equal(0n)
    })

    it('error: XnodeOne_NotRenewable before activation', async () => {
      const unit = await boughtBy(sdk, 'buyer')
      const before = await sdk.sent(sdk.as('buyer'))
      const error = await refusal(
        sdk.as('buyer').renewXnode({ unit, maxPayment: price }),
      )
      expect(error.errorName).to.equal('XnodeOne_NotRenewable')
      expect(error.args).to.deep.equal([unit, 0])
      expect(await sdk.sent(sdk.as('buyer'))).to.equal(before)
    })

    it('error: XnodeSale_AboveMaxPayment names the price', async () => {
      const buyer = sdk.as('buyer')
      const unit = await activatedBy(sdk, 'buyer')
      const needed = await buyer.quoteRenewal({ unit })
      const error = await refusal(buyer.renewXnode({ unit, maxPayment: 1n }))
      expect(error.errorName).to.equal('XnodeSale_AboveMaxPayment')
      expect(error.args).to.deep.equal([needed, 1n])
    })
  })

  describe('withdrawCredit', () => {
    it('default: a surplus that the wallet refused', async () => {
      const { client, wallet } = sdk.world.home
      const refuser = sdk.as('data-providers')
      // A wallet whose code takes no ether (EIP-7702).
      const authorization = await refuser.signAuthorization({
        contractAddress: sdk.home.xnodeOne,
        executor: 'self',
      })
      await wallet(accounts['data-providers']).sendTransaction({
        to: addressOf('guardian'),
        authorizationList: [authorization],
      })
      await refuser.buyXnode({
        series: 1,
        to: addressOf('buyer'),
        maxPayment: price + 5n,
      })
      const error = await refusal(refuser.withdrawCredit())
      expect(error.errorName).to.equal('XnodeSale_EtherRefused')
      const to = '0x00000000000000000000000000000000000cafe1'
      const { account, amount } = await refuser.withdrawCredit({ to })
      expect(account).to.equal(refuser.account.address)
      expect(amount).to.equal(5n)
      expect(await client.getBalance({ address: to })).to.equal(5n)
    })

    it('error: XnodeSale_NoCredit', async () => {
      const error = await refusal(sdk.as('guardian').withdrawCredit())
      expect(error.errorName).to.equal('XnodeSale_NoCredit')
      expect(error.args).to.deep.equal([addressOf('guardian')])
    })
  })

  describe('setUser', () => {
    it('default: a tenant until the end, and nobody again', async () => {
      const buyer = sdk.as('buyer')
      const unit = await activatedBy(sdk, 'buyer')
      const tenant = addressOf('guardian')
      const expires = await expiryOf(unit)
      const rented = await buyer.setUser({ unit, tenant, expires })
      expect(rented).to.include({ unit, tenant, expires })
      expect((await buyer.getUnit({ unit })).tenancy).to.deep.equal({
        tenant,
        expires,
      })
      const ended = await buyer.setUser({ unit })
      expect(ended.tenant).to.equal(undefined)
      expect((await buyer.getUnit({ unit })).tenancy).to.equal(undefined)
    })

    it('behavior: the call alone, for batches', () => {
      const { to } = setUser.call({ contracts: sdk.home, unit: 1n })
      expect(to).to.equal(sdk.home.xnodeOne)
    })

    it('error: XnodeOne_TenancyBeyondExpiry names the expiry', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const end = await expiryOf(unit)
      const tenant = addressOf('guardian')
      const error = await refusal(
        sdk.as('buyer').setUser({ unit, tenant, expires: end + 1n }),
      )
      expect(error.errorName).to.equal('XnodeOne_TenancyBeyondExpiry')
      expect(error.args).to.deep.equal([unit, end + 1n, end])
    })
  })

  describe('activateBySig', () => {
    it('default: another account pays the gas', async () => {
      const unit = await boughtBy(sdk, 'buyer')
      const deadline = (await sdk.now()) + DAY
      const permission = await sdk
        .as('buyer')
        .signActivation({ unit, deadline })
      const activated = await sdk
        .as('guardian')
        .activateBySig({ unit, permission })
      expect(activated.owner).to.equal(addressOf('buyer'))
      expect(activated.expiry).to.equal(await expiryOf(unit))
    })

    it('error: XnodeOne_InvalidSignature for another’s', async () => {
      const unit = await boughtBy(sdk, 'buyer')
      const deadline = (await sdk.now()) + DAY
      const guardian = sdk.as('guardian')
      const permission = await guardian.signActivation({ unit, deadline })
      const error = await refusal(guardian.activateBySig({ unit, permission }))
      expect(error.errorName).to.equal('XnodeOne_InvalidSignature')
      expect(error.args).to.deep.equal([unit, addressOf('buyer')])
    })

    it('error: XnodeOne_SignatureExpired', async () => {
      const unit = await boughtBy(sdk, 'buyer')
      const deadline = await sdk.now()
      const permission = await sdk
        .as('buyer')
        .signActivation({ unit, deadline })
      await sdk.world.advance(2n)
      const error = await refusal(
        activateBySig(sdk.world.home.wallet(accounts.guardian), {
          contracts: sdk.home,
          unit,
          permission,
        }),
      )
      expect(error.errorName).to.equal('XnodeOne_SignatureExpired')
      expect(error.args[0]).to.equal(deadline)
    })

    it('error: AccountMissing for nobody to sign', async () => {
      const unit = await boughtBy(sdk, 'buyer')
      const { client } = countingReader(sdk)
      const error = await refusal(
        signActivation(client, { contracts: sdk.home, unit, deadline: 1n }),
      )
      expect(error.errorName).to.equal('AccountMissing')
    })
  })

  describe('tokensOf', () => {
    it('default: what came and did not go, in small ranges, without account', async () => {
      const { client } = countingReader(sdk)
      const owner = addressOf('expansion-sponsors')
      const find = (blockRange?: bigint) =>
        tokensOf(client, { contracts: sdk.home, owner, blockRange })
      expect(await find()).to.deep.equal([])
      const [first, second, third] = [
        await boughtBy(sdk, 'buyer'),
        await boughtBy(sdk, 'buyer'),
        await boughtBy(sdk, 'expansion-sponsors'),
      ]
      await transfer(second, owner)
      await transfer(first, owner)
      await sdk.as('expansion-sponsors').writeContract({
        address: sdk.home.xnodeOne,
        abi: xnodeOneAbi,
        functionName: 'transferFrom',
        args: [owner, addressOf('guardian'), second],
      })
      expect(await find()).to.deep.equal([first, third])
      expect(await find(7n)).to.deep.equal([first, third])
    })

    it('behavior: as of a block', async () => {
      const owner = addressOf('community-fund')
      const unit = await boughtBy(sdk, 'community-fund')
      const toBlock = await sdk.world.home.client.getBlockNumber()
      await boughtBy(sdk, 'community-fund')
      const units = await sdk.as('buyer').tokensOf({ owner, toBlock })
      expect(units).to.deep.equal([unit])
    })

    it('behavior: batch mints, more than one request holds', async () => {
      const owner = addressOf('cloud-initiative')
      const buyer = sdk.as('buyer')
      const first: bigint[] = []
      for (let mints = 0; mints < 7; mints++) {
        const { firstUnit } = await buyer.buyXnode({
          series: 1,
          quantity: 20n,
          to: owner,
          maxPayment: 20n * price,
        })
        first.push(firstUnit)
      }
      const { asked, client } = countingReader(sdk)
      const contracts = sdk.home
      const units = await tokensOf(client, { contracts, owner })
      expect(units).to.have.length(140)
      expect(units[0]).to.equal(first[0])
      expect(asked.filter((name) => name === 'eth_call')).to.have.length(2)
    })

    it('error: AmountTooSmall for no blocks', async () => {
      const owner = addressOf('buyer')
      const error = await refusal(
        sdk.as('buyer').tokensOf({ owner, blockRange: 0n }),
      )
      expect(error.errorName).to.equal('AmountTooSmall')
    })
  })

  describe('getUnit', () => {
    it('default: everything in one request, without account', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const { asked, client } = countingReader(sdk)
      const found = await getUnit(client, { contracts: sdk.home, unit })
      expect(asked).to.deep.equal(['eth_call'])
      const { accrued, activatedAt, expiry, ...rest } = found
      expectDefined(activatedAt)
      expectDefined(expiry)
      expect(expiry >= activatedAt + 365n * DAY).to.equal(true)
      expect(rest).to.deep.equal({
        owner: addressOf('buyer'),
        state: 'active',
        locker: undefined,
        series: 1,
        tenancy: undefined,
        host: undefined,
        running: undefined,
      })
      expect(accrued).to.deep.equal([
        { asset: 'ETH', amount: 0n },
        { asset: getAddress(usdc), amount: 0n },
        { asset: sdk.home.openToken, amount: 0n },
      ])
    })

    it('error: NoContract where nothing is deployed', async () => {
      const stranger = addressOf('guardian')
      const contracts = { ...sdk.home, xnodeRegistry: stranger }
      const unit = await boughtBy(sdk, 'buyer')
      const error = await refusal(
        getUnit(sdk.world.home.client, { contracts, unit }),
      )
      expect(error.errorName).to.equal('NoContract')
      expect(error.args).to.deep.equal([stranger])
    })
  })

  describe('tokenMetadata', () => {
    it('default: decoded, without account', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const { client } = countingReader(sdk)
      const { attributes, image, name } = await tokenMetadata(client, {
        contracts: sdk.home,
        unit,
      })
      expect(name).to.include(String(unit % 1_000_000n))
      expect(image).to.match(/^data:image\/svg\+xml/)
      expect(attributes.map(({ trait_type }) => trait_type)).not.to.deep.equal(
        [],
      )
    })

    it('error: ERC721NonexistentToken', async () => {
      const unit = 10n ** 9n
      const error = await refusal(sdk.as('buyer').tokenMetadata({ unit }))
      expect(error.errorName).to.equal('ERC721NonexistentToken')
      expect(error.args).to.deep.equal([unit])
    })
  })
})
