import { describe, it } from 'node:test'
import { expect } from 'chai'
import { keccak256, stringToHex, zeroAddress } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { accounts, addressOf } from '../../../devnet/accounts.ts'
import {
  redeemVouchers,
  signVoucher,
  type Voucher,
  voucherBudget,
} from '../../../sdk/src/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { countingReader, setBudget } from '../../helpers/xnode.ts'

const DAY = 86_400n

const sdk = sdkWorld()
const key = privateKeyToAccount(generatePrivateKey())

let codes = 0

/** A voucher for one unit, with a code of its own. */
async function voucherFor(changes: Partial<Voucher> = {}): Promise<Voucher> {
  codes += 1
  return {
    recipient: addressOf('buyer'),
    series: 1,
    quantity: 1n,
    codeHash: keccak256(stringToHex(`code ${codes}`)),
    deadline: (await sdk.now()) + DAY,
    ...changes,
  }
}

async function signedBy(
  signer: Parameters<typeof signVoucher>[1]['signer'],
  changes: Partial<Voucher> = {},
) {
  const { client } = countingReader(sdk)
  const voucher = await voucherFor(changes)
  return signVoucher(client, { contracts: sdk.home, voucher, signer })
}

async function unitsLeft(): Promise<bigint> {
  const { client } = countingReader(sdk)
  const { units } = await voucherBudget(client, {
    contracts: sdk.home,
    signer: key.address,
    series: 1,
  })
  return units
}

describe('vouchers', () => {
  describe('voucherBudget', () => {
    it('default: nothing before a vote, then what was set', async () => {
      const about = { signer: key.address, series: 1 }
      const anybody = sdk.as('guardian')
      expect(await anybody.voucherBudget(about)).to.deep.equal({
        units: 0n,
        until: undefined,
      })
      await setBudget(sdk, key.address, 10)
      const { units, until } = await anybody.voucherBudget(about)
      expect(units).to.equal(10n)
      expect(until && until > (await sdk.now())).to.equal(true)
    })
  })

  describe('redeemVoucher', () => {
    it('default: anybody redeems, the recipient receives', async () => {
      const signed = await signedBy(key, { quantity: 2n })
      const before = await unitsLeft()
      const { receipt, firstUnit, ...redemption } = await sdk
        .as('guardian')
        .redeemVoucher({ signed })
      expect(receipt.status).to.equal('success')
      expect(redemption).to.deep.equal({
        signer: key.address,
        codeHash: signed.voucher.codeHash,
        recipient: addressOf('buyer'),
        series: 1,
        quantity: 2n,
      })
      for (const unit of [firstUnit, firstUnit + 1n]) {
        const { owner } = await sdk.as('buyer').getUnit({ unit })
        expect(owner).to.equal(addressOf('buyer'))
      }
      expect(await unitsLeft()).to.equal(before - 2n)
    })

    it('error: XnodeVouchers_CodeUsed the second time', async () => {
      const signed = await signedBy(key)
      const anybody = sdk.as('guardian')
      await anybody.redeemVoucher({ signed })
      const before = await sdk.sent(anybody)
      const error = await refusal(anybody.redeemVoucher({ signed }))
      expect(error.errorName).to.equal('XnodeVouchers_CodeUsed')
      expect(error.args).to.deep.equal([signed.voucher.codeHash])
      expect(await sdk.sent(anybody)).to.equal(before)
    })

    it('error: XnodeVouchers_BudgetExceeded names what is left', async () => {
      const signed = await signedBy(key, { quantity: 11n })
      const error = await refusal(sdk.as('guardian').redeemVoucher({ signed }))
      expect(error.errorName).to.equal('XnodeVouchers_BudgetExceeded')
      expect(error.args).to.deep.equal([key.address, 1, await unitsLeft(), 11n])
    })

    it('error: XnodeVouchers_InvalidSignature for a changed voucher', async () => {
      const signed = await signedBy(key)
      const recipient = addressOf('guardian')
      const voucher = { ...signed.voucher, recipient }
      const error = await refusal(
        sdk.as('guardian').redeemVoucher({ signed: { ...signed, voucher } }),
      )
      expect(error.errorName).to.equal('XnodeVouchers_InvalidSignature')
      expect(error.args).to.deep.equal([key.address, voucher.codeHash])
    })

    it('error: XnodeVouchers_Expired', async () => {
      const deadline = await sdk.now()
      const signed = await signedBy(key, { deadline })
      await sdk.world.advance(2n)
      const error = await refusal(sdk.as('guardian').redeemVoucher({ signed }))
      expect(error.errorName).to.equal('XnodeVouchers_Expired')
      expect(error.args[0]).to.equal(deadline)
    })
  })

  describe('signVoucher', () => {
    it('behavior: a key that signs for a contract', async () => {
      const { client } = countingReader(sdk)
      const issuer = sdk.home.openTimelock
      const { signer } = await signVoucher(client, {
        contracts: sdk.home,
        voucher: await voucherFor(),
        signer: key,
        issuer,
      })
      expect(signer).to.equal(issuer)
    })

    it('error: AccountMissing for nobody to sign', async () => {
      const error = await refusal(signedBy(undefined))
      expect(error.errorName).to.equal('AccountMissing')
    })

    it('error: InvalidAddress for nobody to receive', async () => {
      const error = await refusal(signedBy(key, { recipient: zeroAddress }))
      expect(error.errorName).to.equal('InvalidAddress')
    })

    it('error: AmountTooSmall for no units', async () => {
      const error = await refusal(signedBy(key, { quantity: 0n }))
      expect(error.errorName).to.equal('AmountTooSmall')
    })
  })

  describe('redeemVouchers', () => {
    it('default: several at once, a used one is passed over', async () => {
      const used = await signedBy(key)
      await sdk.as('buyer').redeemVoucher({ signed: used })
      const fresh = [await signedBy(key), await signedBy(key)]
      const { passedOver, redemptions } = await sdk
        .as('guardian')
        .redeemVouchers({ signed: [used, ...fresh] })
      expect(passedOver).to.deep.equal([used])
      expect(redemptions.map(({ codeHash }) => codeHash)).to.deep.equal(
        fresh.map(({ voucher }) => voucher.codeHash),
      )
    })

    it('behavior: one code twice is redeemed the first time', async () => {
      const signed = await signedBy(key)
      const { passedOver, redemptions } = await sdk
        .as('guardian')
        .redeemVouchers({ signed: [signed, signed] })
      expect(redemptions).to.have.length(1)
      expect(passedOver).to.deep.equal([signed])
    })

    it('error: AmountTooSmall without vouchers', () => {
      expect(() =>
        redeemVouchers.call({ contracts: sdk.home, signed: [] }),
      ).to.throw('The number of vouchers is 0')
    })
  })

  describe('revokeCode', () => {
    it('default: the signer’s own code can no longer be redeemed', async () => {
      const signer = sdk.as('core-team')
      await setBudget(sdk, signer.account.address, 1)
      const signed = await signedBy(signer.account)
      const { codeHash } = signed.voucher
      const revoked = await signer.revokeCode({ codeHash })
      expect(revoked).to.include({
        codeHash,
        signer: signer.account.address,
        caller: signer.account.address,
      })
      const error = await refusal(sdk.as('guardian').redeemVoucher({ signed }))
      expect(error.errorName).to.equal('XnodeVouchers_CodeRevoked')
      expect(error.args).to.deep.equal([signer.account.address, codeHash])
    })

    it('error: XnodeVouchers_NotSigner for another’s', async () => {
      const signed = await signedBy(key)
      const { codeHash } = signed.voucher
      const error = await refusal(
        sdk.as('guardian').revokeCode({ codeHash, signer: key.address }),
      )
      expect(error.errorName).to.equal('XnodeVouchers_NotSigner')
      expect(error.args).to.deep.equal([addressOf('guardian'), key.address])
    })
  })

  describe('renounceBudget', () => {
    it('default: nothing is left of it', async () => {
      const signer = sdk.as('community-fund')
      const { address } = signer.account
      await setBudget(sdk, address, 3)
      const { units, ...rest } = await signer.renounceBudget({ series: 1 })
      expect(units).to.equal(3n)
      expect(rest).to.include({ signer: address, series: 1 })
      const signed = await signedBy(
        sdk.world.home.wallet(accounts['community-fund']).account,
      )
      const error = await refusal(sdk.as('guardian').redeemVoucher({ signed }))
      expect(error.errorName).to.equal('XnodeVouchers_BudgetExceeded')
      expect(error.args).to.deep.equal([address, 1, 0n, 1n])
    })
  })
})
