import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { parseEther } from 'viem'
import { addressOf } from '../../../devnet/accounts.ts'
import {
  getProposalDetails,
  listProposals,
  markProposer,
  type ProposalDetails,
  watchProposal,
} from '../../../sdk/src/index.ts'
import {
  advancePast,
  delegateHolders,
  openVote,
  payment,
} from '../../helpers/governance.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { countingReader } from '../../helpers/xnode.ts'

const DAY = 86_400n

const sdk = sdkWorld()

describe('governance in groups', () => {
  before(() => delegateHolders(sdk))

  describe('proposals', () => {
    it('get: default: all about a proposal, in one call of the node', async () => {
      const made = await openVote(sdk, 'core-team', '# One')
      const { proposalId, snapshot, deadline } = made
      const { asked, client } = countingReader(sdk)
      const contracts = sdk.home
      const account = addressOf('contributors-guild')
      const details = await getProposalDetails(client, {
        contracts,
        proposalId,
        account,
      })
      expect(asked).to.deep.equal(['eth_call'])
      const votes = await sdk.as('buyer').power.at({ account })
      expect(details).to.deep.equal({
        proposalId,
        state: 'active',
        class: 'standard',
        proposer: {
          account: addressOf('core-team'),
          votes: parseEther('20000000'),
          threshold: parseEther('1000000'),
          holdsThreshold: true,
        },
        schedule: {
          snapshot,
          deadline,
          originalDeadline: deadline,
          latestDeadline: deadline + 4n * DAY,
          eta: undefined,
          approvalExpiry: undefined,
        },
        tally: {
          votes: { against: 0n, for: 0n, abstain: 0n },
          quorum: parseEther('10000000'),
          forBar: 0n,
          isQuorumFixed: true,
          isPassing: false,
        },
        cancellableBy: ['proposer', 'council'],
        voter: {
          account,
          votes,
          votesNow: votes,
          delegatee: account,
          ballot: { against: 0n, for: 0n, abstain: 0n },
          nonce: details.voter?.nonce,
          whyZero: undefined,
        },
      } satisfies Omit<ProposalDetails, 'voter'> & { voter: unknown })
    })

    it('list: default: each with its content, oldest first', async () => {
      const actions = [payment(sdk, 7n)]
      const made = await sdk
        .as('contributors-guild')
        .proposals.create({ actions, description: '# Two' })
      const buyer = sdk.as('buyer')
      const all = await buyer.proposals.list()
      expect(all.map(({ proposer }) => proposer.account)).to.deep.equal([
        addressOf('core-team'),
        addressOf('contributors-guild'),
      ])
      const [own, ...more] = await buyer.proposals.list({
        proposer: addressOf('contributors-guild'),
      })
      expect(more).to.deep.equal([])
      expect(own?.content).to.deep.equal(made.content)
      expect(own?.proposalId).to.equal(made.proposalId)
      expect(own?.state).to.equal('pending')
    })

    it('list: behavior: few requests, however many there are', async () => {
      const { asked, client } = countingReader(sdk)
      await listProposals(client, { contracts: sdk.home })
      expect(asked).to.deep.equal([
        'eth_getCode',
        'eth_blockNumber',
        'eth_getLogs',
        'eth_call',
      ])
    })

    it('watch: default: at once, and after each change', async () => {
      const [{ proposalId } = { proposalId: 0n }] = await sdk
        .as('buyer')
        .proposals.list()
      const { client } = countingReader(sdk)
      const seen: bigint[] = []
      await new Promise<void>((resolve, reject) => {
        const unwatch = watchProposal(client, {
          contracts: sdk.home,
          proposalId,
          pollingInterval: 20,
          onError: reject,
          onProposal: ({ tally }) => {
            seen.push(tally.votes.for)
            if (seen.length === 1)
              sdk
                .as('core-team')
                .votes.cast({ proposalId, support: 'for' })
                .catch(reject)
            else {
              unwatch()
              resolve()
            }
          },
        })
      })
      expect(seen).to.deep.equal([0n, parseEther('20000000')])
    })

    it('createBySig, submit: default: another pays the gas', async () => {
      const proposer = addressOf('cloud-initiative')
      const signed = await sdk.as('cloud-initiative').proposals.createBySig({
        actions: [payment(sdk, 9n)],
        description: '# Three',
        deadline: (await sdk.now()) + DAY,
      })
      const made = await sdk.as('buyer').proposals.submit({ signed })
      expect(made).to.deep.include({ proposer, class: 'standard' })
      expect(made.content.description).to.equal(
        markProposer('# Three', proposer),
      )
      const error = await refusal(sdk.as('buyer').proposals.submit({ signed }))
      expect(error.errorName).to.equal('GovernorInvalidSignature')
    })

    it('cancel: default: by the proposer', async () => {
      const [own] = await sdk.as('buyer').proposals.list({
        proposer: addressOf('cloud-initiative'),
      })
      const content = own?.content ?? { actions: [], description: '' }
      const error = await refusal(sdk.as('buyer').proposals.cancel(content))
      expect(error.errorName).to.equal('GovernorUnableToCancel')
      const { proposalId } = await sdk
        .as('cloud-initiative')
        .proposals.cancel(content)
      const { state } = await sdk.as('buyer').proposals.get({ proposalId })
      expect(state).to.equal('canceled')
    })

    it('cancel: behavior: by the council', async () => {
      const [own] = await sdk.as('buyer').proposals.list({
        proposer: addressOf('contributors-guild'),
      })
      const content = own?.content ?? { actions: [], description: '' }
      const error = await refusal(
        sdk.as('buyer').proposals.cancel({ ...content, as: 'council' }),
      )
      expect(error.errorName).to.equal('CouncilGuard_NotCouncil')
      const { proposalId } = await sdk
        .as('council')
        .proposals.cancel({ ...content, as: 'council' })
      const life = await sdk.as('buyer').timeline({ proposalId })
      expect(life.map(({ what }) => what)).to.deep.equal([
        'proposed',
        'canceledByCouncil',
        'canceled',
      ])
    })

    it('queue, execute, timeline: default: from proposal to execution', async () => {
      const buyer = sdk.as('buyer')
      const [one] = await buyer.proposals.list()
      const { content, proposalId, schedule } = one ?? (await missing())
      await advancePast(sdk, schedule.deadline)
      const { eta } = await buyer.proposals.queue(content)
      const waiting = await buyer.timeline({ proposalId })
      expect(waiting.map(({ what }) => what)).to.deep.equal([
        'proposed',
        'votingBegins',
        'votingEnds',
        'queued',
        'executable',
        'approvalExpires',
      ])
      expect(waiting.at(-1)?.at).to.equal(eta + 14n * DAY)
      await advancePast(sdk, eta)
      await buyer.proposals.execute(content)
      const life = await buyer.timeline({ proposalId })
      expect(life.at(-1)?.what).to.equal('executed')
    })

    it('get: error: GovernorNonexistentProposal', async () => {
      const error = await refusal(
        sdk.as('buyer').proposals.get({ proposalId: 5n }),
      )
      expect(error.errorName).to.equal('GovernorNonexistentProposal')
    })
  })

  describe('votes', () => {
    let proposalId = 0n
    const deadline = async () => (await sdk.now()) + DAY

    before(async () => {
      const made = await openVote(sdk, 'core-team', '# Four', [
        payment(sdk, 11n),
      ])
      ;({ proposalId } = made)
    })

    it('castBySig, relay: default: signed votes in one transaction', async () => {
      const [first, second] = await Promise.all([
        sdk.as('core-team').votes.castBySig({ proposalId, support: 'for' }),
        sdk.as('contributors-guild').votes.castBySig({
          proposalId,
          support: { against: 0n, for: 0n, abstain: parseEther('5') },
          reason: 'Not sure.',
        }),
      ])
      const anybody = sdk.as('buyer')
      const relayer = { address: addressOf('buyer') }
      const before = await sdk.world.home.client.getBalance(relayer)
      const { failed, receipt, relayed, refund } = await anybody.votes.relay({
        signed: [first, second],
      })
      const spent = before - (await sdk.world.home.client.getBalance(relayer))
      expect(relayed).to.deep.equal([first, second])
      expect(failed).to.deep.equal([])
      expect(Number(refund)).to.be.greaterThan(0)
      expect(spent).to.equal(
        receipt.gasUsed * receipt.effectiveGasPrice - refund,
      )
      const ballots = await anybody.votes.list({ proposalId })
      expect(
        ballots.map(({ ballot, reason, voter }) => ({ ballot, reason, voter })),
      ).to.deep.equal([
        {
          voter: addressOf('core-team'),
          ballot: { against: 0n, for: parseEther('20000000'), abstain: 0n },
          reason: '',
        },
        {
          voter: addressOf('contributors-guild'),
          ballot: { against: 0n, for: 0n, abstain: parseEther('5') },
          reason: 'Not sure.',
        },
      ])
    })

    it('relay: behavior: the pot refunds, one bad signature stops no other', async () => {
      const funder = sdk.world.home.wallet(5)
      const hash = await funder.sendTransaction({
        to: sdk.home.voteRelay,
        value: parseEther('1'),
      })
      await sdk.world.home.client.waitForTransactionReceipt({ hash })
      const bad = await sdk
        .as('cloud-initiative')
        .votes.castBySig({ proposalId, support: 'for' })
      const good = await sdk.as('core-team').votes.changeBySig({
        proposalId,
        support: 'against',
        deadline: await deadline(),
      })
      const delegation = await sdk.as('cloud-initiative').delegation.setBySig({
        delegatee: addressOf('core-team'),
        expiry: await deadline(),
      })
      const forged = { ...bad, support: 'against' } as const
      const sent = await sdk
        .as('buyer')
        .votes.relay({ signed: [forged, good, delegation] })
      expect(sent.relayed).to.deep.equal([delegation, good])
      expect(sent.failed).to.have.length(1)
      expect(sent.failed[0]?.signed).to.deep.equal(forged)
      const { reason } = sent.failed[0] ?? {}
      expect(reason?.errorName).to.equal('GovernorInvalidSignature')
      expect(reason?.remedy).to.not.equal('')
      expect(sent.refund > 0n).to.equal(true)
    })

    it('receipt: default: how an account voted', async () => {
      const account = addressOf('core-team')
      const votes = parseEther('20000000')
      expect(
        await sdk.as('buyer').votes.receipt({ proposalId, account }),
      ).to.deep.equal({
        account,
        hasVoted: true,
        ballot: { against: votes, for: 0n, abstain: 0n },
        votes,
        remaining: 0n,
        whyZero: undefined,
      })
    })

    it('change: default: the whole ballot', async () => {
      const { ballot } = await sdk
        .as('core-team')
        .votes.change({ proposalId, support: 'for', reason: 'After all.' })
      expect(ballot.for).to.equal(parseEther('20000000'))
      const error = await refusal(
        sdk.as('cloud-initiative').votes.change({ proposalId, support: 'for' }),
      )
      expect(error.errorName).to.equal('GovernorCountingFlexible_NoBallot')
    })

    it('split: default: in parts', async () => {
      const voter = sdk.as('contributors-guild')
      const { weight } = await voter.votes.split({
        proposalId,
        for: parseEther('3'),
        against: parseEther('2'),
      })
      expect(weight).to.equal(parseEther('5'))
      const ballots = await voter.votes.list({ proposalId })
      expect(ballots[1]?.ballot).to.deep.equal({
        against: parseEther('2'),
        for: parseEther('3'),
        abstain: parseEther('5'),
      })
    })

    it('list: error: GovernorNonexistentProposal', async () => {
      const error = await refusal(
        sdk.as('buyer').votes.list({ proposalId: 5n }),
      )
      expect(error.errorName).to.equal('GovernorNonexistentProposal')
    })

    it('list: error: AmountTooSmall for blocks that are none', async () => {
      const { votes } = sdk.as('buyer')
      for (const blocks of [
        { blockRange: 0n },
        { fromBlock: -1n },
        { fromBlock: 5n, toBlock: 4n },
      ]) {
        const error = await refusal(votes.list({ proposalId, ...blocks }))
        expect(error.errorName).to.equal('AmountTooSmall')
      }
    })

    it('relay: error: InvalidArguments for what is not relayed', async () => {
      const signed = await sdk.as('core-team').proposals.createBySig({
        actions: [payment(sdk)],
        description: '# Not by the relay',
        deadline: await deadline(),
      })
      const error = await refusal(
        sdk.as('buyer').votes.relay({ signed: [signed as never] }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
      expect(error.remedy).to.include('submitProposal')
    })

    it('relay: error: AmountTooSmall for nothing', async () => {
      const error = await refusal(sdk.as('buyer').votes.relay({ signed: [] }))
      expect(error.errorName).to.equal('AmountTooSmall')
    })
  })
})

function missing(): Promise<never> {
  return Promise.reject(new Error('There is no such proposal'))
}
