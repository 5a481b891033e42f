import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { parseEther } from 'viem'
import { addressOf } from '../../../devnet/accounts.ts'
import {
  approve,
  markProposer,
  propose,
  type WalletClient,
} from '../../../sdk/src/index.ts'
import {
  advancePast,
  delegateHolders,
  holders,
  payee,
  payment,
} from '../../helpers/governance.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'

const sdk = sdkWorld()

describe('governance', () => {
  before(() => delegateHolders(sdk))

  describe('from proposal to execution', () => {
    const title = '# Pay for the audit'
    const description = markProposer(title, addressOf('core-team'))
    const amount = parseEther('1000')
    let proposalId = 0n

    it('propose: default: a standard payment', async () => {
      const proposer = sdk.as('core-team')
      const actions = [payment(sdk, amount)]
      const proposal = await proposer.propose({ actions, description: title })
      expect(proposal.content).to.deep.equal({ actions, description })
      ;({ proposalId } = proposal)
      expect(proposal).to.include({
        proposer: proposer.account.address,
        class: 'standard',
      })
      const { snapshot, deadline } = proposal
      expect(snapshot - (await sdk.now())).to.equal(3n * 86_400n)
      expect(deadline - snapshot).to.equal(7n * 86_400n)
      expect(await proposer.getProposal({ proposalId })).to.deep.equal({
        state: 'pending',
        class: 'standard',
        proposer: proposer.account.address,
        snapshot,
        deadline,
        eta: undefined,
        votes: { against: 0n, for: 0n, abstain: 0n },
        quorum: undefined,
      })
    })

    it('propose: error: GovernorRestrictedProposer for who copies it', async () => {
      const error = await refusal(
        sdk
          .as('contributors-guild')
          .propose({ actions: [payment(sdk, amount)], description }),
      )
      expect(error.errorName).to.equal('GovernorRestrictedProposer')
      expect(error.args).to.deep.equal([addressOf('contributors-guild')])
    })

    it('propose: error: GovernorLifecycle_ProposerHasLiveProposal', async () => {
      const error = await refusal(
        sdk
          .as('core-team')
          .propose({ actions: [payment(sdk, 1n)], description: 'Another' }),
      )
      expect(error.errorName).to.equal(
        'GovernorLifecycle_ProposerHasLiveProposal',
      )
      expect(error.args).to.deep.equal([addressOf('core-team'), proposalId])
    })

    it('castVote: error: GovernorUnexpectedProposalState before the snapshot', async () => {
      const error = await refusal(
        sdk.as('core-team').castVote({ proposalId, support: 'for' }),
      )
      expect(error.errorName).to.equal('GovernorUnexpectedProposalState')
      expect(error.args[0]).to.equal(proposalId)
      expect(error.shortMessage).to.include(
        'current: pending, expectedStates: active',
      )
    })

    it('castVote: error: InvalidArguments for what is no way to vote', async () => {
      const weights = { against: 0n, abstain: 0n }
      const ways = [
        'yes',
        1,
        null,
        weights,
        { ...weights, for: -1n },
        { ...weights, for: 2n ** 128n },
      ] as never[]
      for (const support of ways) {
        const voter = sdk.as('core-team')
        for (const work of [
          voter.castVote({ proposalId, support }),
          voter.changeVote({ proposalId, support }),
          voter.signVote({ proposalId, support }),
        ]) {
          const error = await refusal(work)
          expect(error.errorName).to.equal('InvalidArguments')
          expect(error.args).to.deep.equal([support])
        }
      }
    })

    it('castVote: error: AmountTooSmall for a split of nothing', async () => {
      const voter = sdk.as('core-team')
      const support = { against: 0n, for: 0n, abstain: 0n }
      for (const work of [
        voter.castVote({ proposalId, support }),
        voter.splitVote({ proposalId }),
        voter.signVote({ proposalId, support }),
      ])
        expect((await refusal(work)).errorName).to.equal('AmountTooSmall')
    })

    it('castVote: default: with everything, and a reason', async () => {
      const voter = sdk.as('core-team')
      const { snapshot } = await voter.getProposal({ proposalId })
      await advancePast(sdk, snapshot)
      const vote = await voter.castVote({
        proposalId,
        support: 'for',
        reason: 'It is due.',
      })
      expect(vote).to.include({
        proposalId,
        voter: voter.account.address,
        weight: parseEther('20000000'),
        reason: 'It is due.',
      })
    })

    it('castVote: behavior: split', async () => {
      const voter = sdk.as('contributors-guild')
      const split = {
        against: parseEther('1'),
        for: parseEther('2'),
        abstain: parseEther('3'),
      }
      const { weight } = await voter.castVote({ proposalId, support: split })
      expect(weight).to.equal(parseEther('6'))
      const proposal = await voter.getProposal({ proposalId })
      expect(proposal.state).to.equal('active')
      expect(proposal.votes).to.deep.equal({
        against: parseEther('1'),
        for: parseEther('20000002'),
        abstain: parseEther('3'),
      })
      expect(proposal.quorum).to.equal(parseEther('10000000'))
    })

    it('castVote: error: GovernorAlreadyCastVote', async () => {
      const error = await refusal(
        sdk.as('core-team').castVote({ proposalId, support: 'against' }),
      )
      expect(error.errorName).to.equal('GovernorAlreadyCastVote')
      expect(error.args).to.deep.equal([addressOf('core-team')])
    })

    it('castVote: error: GovernorAlreadyCastVote for who has no votes', async () => {
      const error = await refusal(
        sdk.as('buyer').castVote({ proposalId, support: 'for' }),
      )
      expect(error.errorName).to.equal('GovernorAlreadyCastVote')
      expect(error.args).to.deep.equal([addressOf('buyer')])
    })

    it('queueProposal: error: GovernorUnexpectedProposalState during the vote', async () => {
      const actions = [payment(sdk, amount)]
      const error = await refusal(
        sdk.as('buyer').queueProposal({ actions, description }),
      )
      expect(error.errorName).to.equal('GovernorUnexpectedProposalState')
    })

    it('queueProposal: error: GovernorNonexistentProposal for another text', async () => {
      const actions = [payment(sdk, amount)]
      const error = await refusal(
        sdk
          .as('buyer')
          .queueProposal({ actions, description: `${description}.` }),
      )
      expect(error.errorName).to.equal('GovernorNonexistentProposal')
    })

    it('queueProposal: default: by anybody, once it succeeded', async () => {
      const buyer = sdk.as('buyer')
      const { deadline } = await buyer.getProposal({ proposalId })
      await advancePast(sdk, deadline)
      const succeeded = await buyer.getProposal({ proposalId })
      expect(succeeded.state).to.equal('succeeded')
      const actions = [payment(sdk, amount)]
      const queued = await buyer.queueProposal({ actions, description })
      expect(queued.proposalId).to.equal(proposalId)
      expect(queued.eta - (await sdk.now())).to.equal(3n * 86_400n)
      const proposal = await buyer.getProposal({ proposalId })
      expect(proposal).to.include({ state: 'queued', eta: queued.eta })
    })

    it('executeProposal: error: TimelockUnexpectedOperationState before its time', async () => {
      const actions = [payment(sdk, amount)]
      const error = await refusal(
        sdk.as('buyer').executeProposal({ actions, description }),
      )
      expect(error.errorName).to.equal('TimelockUnexpectedOperationState')
      expect(error.shortMessage).to.include('expectedStates: ready')
    })

    it('executeProposal: default: the treasury pays', async () => {
      const buyer = sdk.as('buyer')
      const { eta = 0n } = await buyer.getProposal({ proposalId })
      await advancePast(sdk, eta)
      const actions = [payment(sdk, amount)]
      const done = await buyer.executeProposal({ actions, description })
      expect(done.proposalId).to.equal(proposalId)
      expect(await buyer.getBalance({ account: payee })).to.equal(amount)
      const { state } = await buyer.getProposal({ proposalId })
      expect(state).to.equal('executed')
    })

    it('propose: error: GovernorUnexpectedProposalState for what was proposed before, in words', async () => {
      const error = await refusal(
        sdk
          .as('core-team')
          .propose({ actions: [payment(sdk, amount)], description: title }),
      )
      expect(error.errorName).to.equal('GovernorUnexpectedProposalState')
      expect(error.shortMessage).to.include(
        'current: executed, expectedStates: none',
      )
      expect(error.remedy).to.include('another description')
    })
  })

  describe('an approval that nobody uses', () => {
    it('behavior: an action’s call is a constitutional proposal, and expires', async () => {
      const proposer = sdk.as('contributors-guild')
      const call = approve.call({
        contracts: sdk.home,
        spender: payee,
        amount: 5n,
      })
      const { content, deadline, proposalId, snapshot, ...proposal } =
        await proposer.propose({
          actions: [call],
          description: 'Let it be spent',
        })
      expect(proposal.class).to.equal('constitutional')
      await advancePast(sdk, snapshot)
      for (const name of holders)
        await sdk.as(name).castVote({ proposalId, support: 'for' })
      await advancePast(sdk, deadline)
      await proposer.queueProposal(content)
      await sdk.world.advance(18n * 86_400n)
      const { eta = 0n, state } = await proposer.getProposal({ proposalId })
      expect(state).to.equal('expired')
      const life = await proposer.timeline({ proposalId })
      expect(life.at(-1)).to.deep.equal({
        what: 'approvalExpires',
        at: eta + 14n * 86_400n,
        transactionHash: undefined,
      })
      const error = await refusal(proposer.executeProposal(content))
      expect(error.errorName).to.equal('GovernorUnexpectedProposalState')
    })
  })

  describe('propose', () => {
    it('error: GovernorInsufficientProposerVotes', async () => {
      const error = await refusal(
        sdk
          .as('buyer')
          .propose({ actions: [payment(sdk, 1n)], description: 'Mine' }),
      )
      expect(error.errorName).to.equal('GovernorInsufficientProposerVotes')
      expect(error.args).to.deep.equal([
        addressOf('buyer'),
        0n,
        parseEther('1000000'),
      ])
    })

    it('error: GovernorInvalidProposalLength without actions', async () => {
      const error = await refusal(
        sdk.as('core-team').propose({ actions: [], description: 'Nothing' }),
      )
      expect(error.errorName).to.equal('GovernorInvalidProposalLength')
    })

    it('error: AccountMissing for a client that only reads', async () => {
      const reader = sdk.world.home.client
      const work = propose(reader as unknown as WalletClient, {
        contracts: sdk.home,
        actions: [payment(sdk, 1n)],
        description: 'Whose?',
      })
      expect((await refusal(work)).errorName).to.equal('AccountMissing')
    })

    it('error: InvalidArguments for data that are no bytes', async () => {
      for (const data of ['zz', '0x123', '0xzz'] as const)
        for (const work of [
          sdk.as('core-team').propose({
            actions: [{ to: payee, data: data as '0x' }],
            description: 'What?',
          }),
          sdk.as('core-team').simulateProposal({
            actions: [{ to: payee, data: data as '0x' }],
          }),
        ]) {
          const error = await refusal(work)
          expect(error.errorName).to.equal('InvalidArguments')
          expect(error.args).to.deep.equal([0, data])
        }
    })

    it('error: InvalidArguments for a malformed target', async () => {
      const error = await refusal(
        sdk
          .as('core-team')
          .propose({ actions: [{ to: '0x1' }], description: 'Where to?' }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
    })
  })

  describe('markProposer', () => {
    const proposer = addressOf('core-team')

    it('default: marks once', () => {
      const marked = markProposer('Text', proposer)
      expect(marked).to.equal(`Text#proposer=${proposer.toLowerCase()}`)
      expect(markProposer(marked, payee)).to.equal(marked)
    })

    it('behavior: text that speaks of a mark is not marked yet', () => {
      for (const text of [
        'A text ends with #proposer= and an address',
        `#proposer=${proposer} is how it ends.`,
        '#proposer=0x12',
      ])
        expect(markProposer(text, proposer)).to.equal(
          `${text}#proposer=${proposer.toLowerCase()}`,
        )
    })
  })

  describe('cancelProposal', () => {
    it('error: InvalidArguments for as who nobody cancels', async () => {
      const error = await refusal(
        sdk.as('council').proposals.cancel({
          actions: [payment(sdk, 1n)],
          description: '',
          as: 'counsel' as 'council',
        }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
    })
  })

  describe('getProposal', () => {
    it('error: GovernorNonexistentProposal', async () => {
      const error = await refusal(
        sdk.as('buyer').getProposal({ proposalId: 5n }),
      )
      expect(error.errorName).to.equal('GovernorNonexistentProposal')
      expect(error.args).to.deep.equal([5n])
    })
  })
})
