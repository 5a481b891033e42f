import { describe, it } from 'node:test'
import { expect } from 'chai'
import { erc20Abi, getAddress, parseEther, parseUnits } from 'viem'
import { devnetAddresses } from '../../../config/devnet.ts'
import { accounts, addressOf } from '../../../devnet/accounts.ts'
import { mintTestToken } from '../../../devnet/tokens.ts'
import {
  activateBySig,
  getUnit,
  setUser,
  signActivation,
} from '../../../sdk/src/index.ts'
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
        asset: 'ETH',
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
      const payer = refuser.account.address
      const credit = await sdk.as('buyer').getCredit({ account: payer })
      expect(credit).to.equal(5n)
      const error = await refusal(refuser.withdrawCredit())
      expect(error.errorName).to.equal('XnodeSale_EtherRefused')
      const to = '0x00000000000000000000000000000000000cafe1'
      const { account, amount } = await refuser.withdrawCredit({ to })
      expect(account).to.equal(payer)
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

    it('error: XnodeOne_TenancyOver, and the tenancy before it stays', async () => {
      const buyer = sdk.as('buyer')
      const unit = await activatedBy(sdk, 'buyer')
      const tenant = addressOf('guardian')
      const expires = await expiryOf(unit)
      await buyer.setUser({ unit, tenant, expires })
      const past = await sdk.now()
      const error = await refusal(
        buyer.setUser({ unit, tenant, expires: past }),
      )
      expect(error.errorName).to.equal('XnodeOne_TenancyOver')
      expect(error.args.slice(0, 2)).to.deep.equal([unit, past])
      const { tenancy } = await buyer.getUnit({ unit })
      expect(tenancy).to.deep.equal({ tenant, expires })
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

    it('error: XnodeOne_AlreadyActivated when it is sent again', async () => {
      const unit = await boughtBy(sdk, 'buyer')
      const deadline = (await sdk.now()) + DAY
      const permission = await sdk
        .as('buyer')
        .signActivation({ unit, deadline })
      const guardian = sdk.as('guardian')
      await guardian.activateBySig({ unit, permission })
      const error = await refusal(guardian.activateBySig({ unit, permission }))
      expect(error.errorName).to.equal('XnodeOne_AlreadyActivated')
      expect(error.args[0]).to.equal(unit)
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
})
