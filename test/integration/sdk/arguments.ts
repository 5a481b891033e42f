import { describe, it } from 'node:test'
import { expect } from 'chai'
import { type Address, createClient, custom, zeroAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  type HomeContracts,
  type OpenmeshActions,
  OpenmeshError,
  openmeshActions,
  payUnit,
  redeemVouchers,
  setUser,
  setVoucherBudget,
  type WalletClient,
} from '../../../sdk/src/index.ts'
import { refusal } from '../../helpers/sdk.ts'

/* What callers without types get wrong. No node is asked for any of it. */

const somewhere: Address = '0x00000000000000000000000000000000000A11cE'
const contracts = new Proxy({} as HomeContracts, {
  get: () => somewhere,
  has: () => true,
})
const untyped = createClient({
  account: privateKeyToAccount(`0x${'1'.repeat(64)}`),
  transport: custom({
    request: async ({ method }) => {
      if (method === 'eth_chainId') return '0x1'
      throw new Error(`No request was expected, ${method} came`)
    },
  }),
}).extend(openmeshActions({ contracts })) as unknown as Record<
  keyof OpenmeshActions<HomeContracts, WalletClient>,
  (parameters?: unknown) => Promise<unknown>
>

/** The refusal of a call that cannot be made. */
function refused(make: () => unknown): OpenmeshError {
  try {
    make()
  } catch (error) {
    if (error instanceof OpenmeshError) return error
    throw error
  }
  return expect.fail('Nothing was refused')
}

describe('arguments', () => {
  describe('openmeshActions', () => {
    it('error: InvalidArguments names a parameter that there is not', async () => {
      const error = await refusal(
        untyped.claimRevenue({ asset: 'ETH', unit: 1_000_001n }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
      expect(error.args).to.deep.equal(['claimRevenue', 'unit'])
      expect(error.message).to.equal(
        'claimRevenue has no parameter unit. Leave it out, or mean one of: asset, units, to, chainId.',
      )
    })

    it('error: InvalidArguments names a parameter that is missing', async () => {
      for (const [name, missing] of [
        ['getUnit', 'unit'],
        ['buyXnode', 'series'],
        ['signVoucher', 'voucher'],
        ['redeemVoucher', 'signed'],
        ['submitReport', 'report'],
      ] as const) {
        const error = await refusal(untyped[name]())
        expect(error.errorName).to.equal('InvalidArguments')
        expect(error.args).to.deep.equal([name, missing])
      }
    })
  })

  describe('values', () => {
    it('error: InvalidArguments for an amount that is no bigint', () => {
      for (const amount of [5, '5', undefined]) {
        const error = refused(() =>
          payUnit.call({ contracts, unit: 1n, amount: amount as never }),
        )
        expect(error.errorName).to.equal('InvalidArguments')
        expect(error.args).to.deep.equal(['amount', amount])
      }
    })

    it('error: InvalidArguments for what the ABI cannot take', () => {
      for (const unit of [undefined, 'one', {}]) {
        const error = refused(() =>
          payUnit.call({ contracts, unit: unit as never, amount: 1n }),
        )
        expect(error.errorName).to.equal('InvalidArguments')
        expect(error.args[0]).to.equal('payUnit')
      }
    })

    it('error: InvalidArguments for what cannot be read', async () => {
      const error = await refusal(untyped.getUnit({ unit: 'one' }))
      expect(error.errorName).to.equal('InvalidArguments')
      expect(error.args[0]).to.equal('ownerOf')
    })

    it('error: AmountTooSmall says what to pass', () => {
      const error = refused(() =>
        redeemVouchers.call({ contracts, signed: [] }),
      )
      expect(error.errorName).to.equal('AmountTooSmall')
      expect(error.message).to.equal(
        'The number of vouchers is 0, below 1. Pass at least 1.',
      )
    })

    it('error: InvalidArguments for numbers that the budget cannot have', () => {
      const error = refused(() =>
        setVoucherBudget.call({
          contracts,
          signer: somewhere,
          series: 1,
          units: 2n ** 32n,
          until: 1n,
        }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
    })
  })

  describe('setUser', () => {
    const unit = 1_000_001n

    it('error: InvalidArguments for a tenant without end', () => {
      const error = refused(() =>
        setUser.call({ contracts, unit, tenant: somewhere }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
      expect(error.args).to.deep.equal(['expires', undefined])
    })

    it('error: InvalidArguments for an end without tenant', () => {
      const error = refused(() =>
        setUser.call({ contracts, unit, expires: 9n }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
      expect(error.args[0]).to.equal('tenant')
    })

    it('error: InvalidAddress for nobody as tenant', () => {
      const tenant = zeroAddress
      const error = refused(() =>
        setUser.call({ contracts, unit, tenant, expires: 9n }),
      )
      expect(error.errorName).to.equal('InvalidAddress')
    })
  })
})
