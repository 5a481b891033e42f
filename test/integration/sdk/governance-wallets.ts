import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { SignedBallot } from '../../../sdk/src/index.ts'
import { advancePast, payment } from '../../helpers/governance.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { endow, type Signer, signers } from '../../helpers/wallets.ts'

const DAY = 86_400n

const sdk = sdkWorld()

/** Anybody sends what was signed. */
async function relay(...signed: SignedBallot[]) {
  const { failed, relayed } = await sdk.as('buyer').votes.relay({ signed })
  expect(failed).to.deep.equal([])
  expect(relayed).to.deep.equal(signed)
}

const tomorrow = async () => (await sdk.now()) + DAY

describe('governance by signature', () => {
  for (const [kind, open] of Object.entries(signers))
    describe(`of ${kind}`, () => {
      let signer: Signer
      let votes = 0n
      let proposalId = 0n

      before(async () => {
        signer = await open(sdk)
        votes = await endow(sdk, signer.account)
      })

      it('delegation.setBySig: default', async () => {
        const { account, key } = signer
        const buyer = sdk.as('buyer')
        await relay(
          await buyer.delegation.setBySig({
            delegator: account,
            delegatee: account,
            expiry: await tomorrow(),
            signer: key,
          }),
        )
        expect(await buyer.delegation.of({ account })).to.equal(account)
        expect(await buyer.power.at({ account })).to.equal(votes)
        expect(await buyer.power.whyZero({ account })).to.equal(undefined)
      })

      it('proposals.createBySig: default', async () => {
        const { account, key } = signer
        const buyer = sdk.as('buyer')
        // Votes of the second before are what counts.
        await sdk.world.advance(10n)
        const signed = await buyer.proposals.createBySig({
          actions: [payment(sdk)],
          description: `# By ${kind}`,
          proposer: account,
          deadline: await tomorrow(),
          signer: key,
        })
        const made = await buyer.proposals.submit({ signed })
        expect(made.proposer).to.equal(account)
        ;({ proposalId } = made)
        await advancePast(sdk, made.snapshot)
      })

      it('votes.castBySig: default', async () => {
        const { account, key } = signer
        const buyer = sdk.as('buyer')
        const support = 'for'
        await relay(
          await buyer.votes.castBySig({
            proposalId,
            support,
            voter: account,
            signer: key,
          }),
        )
        const about = { proposalId, account }
        const { ballot } = await buyer.votes.receipt(about)
        expect(ballot).to.deep.equal({ against: 0n, for: votes, abstain: 0n })
      })

      it('votes.changeBySig: default', async () => {
        const { account, key } = signer
        const buyer = sdk.as('buyer')
        const support = { against: 1n, for: 2n, abstain: 3n }
        await relay(
          await buyer.votes.changeBySig({
            proposalId,
            support,
            voter: account,
            reason: 'On second thoughts.',
            deadline: await tomorrow(),
            signer: key,
          }),
        )
        const about = { proposalId, account }
        const { ballot } = await buyer.votes.receipt(about)
        expect(ballot).to.deep.equal(support)
        const [one] = await buyer.votes.list({ proposalId })
        expect(one).to.deep.include({
          voter: account,
          ballot: support,
          reason: 'On second thoughts.',
        })
      })

      it('proposals.createBySig: error: GovernorInvalidSignature of another key', async () => {
        const buyer = sdk.as('buyer')
        const signed = await buyer.proposals.createBySig({
          actions: [payment(sdk)],
          description: '# By somebody else',
          proposer: signer.account,
          deadline: await tomorrow(),
        })
        const error = await refusal(buyer.proposals.submit({ signed }))
        expect(error.errorName).to.equal('GovernorInvalidSignature')
        expect(error.args).to.deep.equal([signer.account])
      })
    })
})
