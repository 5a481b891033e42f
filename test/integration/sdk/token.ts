import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parseEther, zeroAddress } from 'viem'
import { devnetAddresses } from '../../../config/devnet.ts'
import { addressOf } from '../../../devnet/accounts.ts'
import { openmeshActions } from '../../../sdk/src/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'

const { usdc } = devnetAddresses.home

const sdk = sdkWorld()

describe('token', () => {
  describe('getBalance', () => {
    it('default: OPEN granted at genesis', async () => {
      const balance = await sdk
        .as('buyer')
        .getBalance({ account: addressOf('contributors-guild') })
      expect(balance).to.equal(parseEther('16000000'))
    })

    it('behavior: bridged OPEN on a spoke', async () => {
      const balance = await sdk
        .asOnSpoke('buyer')
        .getBalance({ account: addressOf('core-team') })
      expect(balance).to.equal(0n)
    })

    it('error: InvalidAddress', async () => {
      const error = await refusal(
        sdk.as('buyer').getBalance({ account: '0x1234' }),
      )
      expect(error.errorName).to.equal('InvalidAddress')
      expect(error.args).to.deep.equal(['account', '0x1234'])
    })
  })

  describe('delegateVotes', () => {
    it('default: gives the votes of everything held', async () => {
      const partner = sdk.as('infrastructure-partner')
      const { address } = partner.account
      expect(await partner.getVotes({ account: address })).to.equal(0n)
      const changed = await partner.delegateVotes({ delegatee: address })
      expect(changed).to.include({
        delegator: address,
        fromDelegate: zeroAddress,
        toDelegate: address,
      })
      expect(await partner.getVotes({ account: address })).to.equal(
        parseEther('5000000'),
      )
    })

    it('error: NoContract, which a call without result would hide', async () => {
      const { home, world } = sdk
      const contracts = { ...home, openToken: addressOf('guardian') }
      const buyer = world.home.wallet(2).extend(openmeshActions({ contracts }))
      const before = await sdk.sent(buyer)
      const error = await refusal(
        buyer.delegateVotes({ delegatee: addressOf('buyer') }),
      )
      expect(error.errorName).to.equal('NoContract')
      expect(await sdk.sent(buyer)).to.equal(before)
    })
  })

  describe('getVotes', () => {
    it('behavior: at a past moment', async () => {
      const votes = await sdk.as('buyer').getVotes({
        account: addressOf('infrastructure-partner'),
        timepoint: (await sdk.now()) - 86_400n,
      })
      expect(votes).to.equal(0n)
    })

    it('error: ERC5805FutureLookup', async () => {
      const timepoint = (await sdk.now()) + 86_400n
      const error = await refusal(
        sdk.as('buyer').getVotes({ account: addressOf('buyer'), timepoint }),
      )
      expect(error.errorName).to.equal('ERC5805FutureLookup')
      expect(error.args[0]).to.equal(timepoint)
    })
  })

  describe('approve', () => {
    it('default: OPEN', async () => {
      const { home } = sdk
      const partner = sdk.as('infrastructure-partner')
      const { address } = partner.account
      const approval = await partner.approve({
        spender: home.validatorStaking,
        amount: 12n,
      })
      expect(approval).to.include({
        owner: address,
        spender: home.validatorStaking,
        amount: 12n,
      })
      expect(await sdk.allowance(address, home.validatorStaking)).to.equal(12n)
    })

    it('behavior: zero revokes, of any token', async () => {
      const { home } = sdk
      const buyer = sdk.as('buyer')
      const { address } = buyer.account
      const permission = { spender: home.xnodeSale, token: usdc }
      await buyer.approve({ ...permission, amount: 5n })
      expect(await sdk.allowance(address, home.xnodeSale, usdc)).to.equal(5n)
      await buyer.approve({ ...permission, amount: 0n })
      expect(await sdk.allowance(address, home.xnodeSale, usdc)).to.equal(0n)
    })

    it('error: ERC20InvalidSpender', async () => {
      const error = await refusal(
        sdk.as('buyer').approve({ spender: zeroAddress, amount: 1n }),
      )
      expect(error.errorName).to.equal('ERC20InvalidSpender')
    })
  })
})
