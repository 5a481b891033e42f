import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { parseEther, zeroAddress } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { addressOf } from '../../../devnet/accounts.ts'
import { delegateHolders, openVote, payment } from '../../helpers/governance.ts'
import { sdkWorld } from '../../helpers/sdk.ts'

const DAY = 86_400n

const sdk = sdkWorld()

describe('power and delegation', () => {
  before(async () => {
    await delegateHolders(sdk)
    await sdk
      .as('cloud-initiative')
      .delegation.set({ delegatee: addressOf('core-team') })
  })

  it('breakdown: default: own votes and those of others', async () => {
    const account = addressOf('core-team')
    const power = await sdk.as('buyer').power.breakdown({ account })
    expect(power.own).to.equal(power.balance)
    expect(power.received > 0n).to.equal(true)
    expect(power.votes).to.equal(power.own + power.received)
    expect(power.delegatee).to.equal(account)
  })

  it('whyZero: default: each reason, with what to do', async () => {
    const buyer = sdk.as('buyer')
    const key = privateKeyToAccount(generatePrivateKey())
    const reason = async () =>
      (await buyer.power.whyZero({ account: key.address }))?.reason
    expect(await reason()).to.equal('holdsNothing')
    const { data = '0x', to } = payment(sdk, parseEther('5'), key.address)
    const holder = sdk.as('core-team')
    const hash = await holder.sendTransaction({ to, data })
    await sdk.world.home.client.waitForTransactionReceipt({ hash })
    expect(await reason()).to.equal('notDelegated')
    const delegation = await buyer.delegation.setBySig({
      delegatee: holder.account.address,
      expiry: (await sdk.now()) + DAY,
      signer: key,
    })
    await buyer.votes.relay({ signed: [delegation] })
    expect(await reason()).to.equal('delegatedAway')
    const { address } = holder.account
    expect(await buyer.power.whyZero({ account: address })).to.equal(undefined)
  })

  it('whyZero: behavior: votes that came after the snapshot', async () => {
    const account = addressOf('node-operators')
    const voter = sdk.as('node-operators')
    const { proposalId } = await openVote(sdk, 'core-team', '# Before')
    await voter.delegation.set({ delegatee: account })
    const why = await voter.power.whyZero({ account, proposalId })
    expect(why?.reason).to.equal('afterSnapshot')
    expect(why?.remedy).to.not.equal('')
  })

  it('of, history: default', async () => {
    const account = addressOf('cloud-initiative')
    const buyer = sdk.as('buyer')
    const to = addressOf('core-team')
    expect(await buyer.delegation.of({ account })).to.equal(to)
    const history = await buyer.delegation.history({ account })
    expect(history.map(({ from, to }) => [from, to])).to.deep.equal([
      [undefined, account],
      [account, to],
    ])
    await sdk.as('cloud-initiative').delegation.set({
      delegatee: zeroAddress,
    })
    expect(await buyer.delegation.of({ account })).to.equal(undefined)
  })
})
