import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { encodeFunctionData } from 'viem'
import { getBlock } from 'viem/actions'
import {
  type AccountName,
  accounts,
  addressOf,
} from '../../../devnet/accounts.ts'
import {
  councilGuardAbi,
  openTokenAbi,
} from '../../../typechain-types/index.ts'
import { advancePast, payment } from '../../helpers/governance.ts'
import { Runbook } from '../../helpers/runbook.ts'
import { sdkWorld } from '../../helpers/sdk.ts'

const sdk = sdkWorld()
const DAY = 86_400n

const voters: readonly AccountName[] = [
  'core-team',
  'contributors-guild',
  'cloud-initiative',
  'node-operators',
]

type Values = Record<string, unknown>
type Made = { proposalId: bigint; snapshot: bigint; deadline: bigint }

function open(name: string, who: AccountName, values: Values = {}) {
  return Runbook.open(name, {
    client: sdk.as(who),
    contracts: sdk.home,
    councilGuardAbi,
    encodeFunctionData,
    getBlock,
    ...values,
  })
}

async function voteFor({ proposalId, snapshot, deadline }: Made) {
  await advancePast(sdk, snapshot)
  for (const name of voters)
    await sdk.as(name).votes.cast({ proposalId, support: 'for' })
  await advancePast(sdk, deadline)
}

const stateOf = async ({ proposalId }: { proposalId: bigint }) =>
  (await sdk.as('buyer').proposals.get({ proposalId })).state

describe('runbooks', () => {
  before(async () => {
    for (const name of voters)
      await sdk.as(name).delegateVotes({ delegatee: addressOf(name) })
    await sdk.world.advance(10n)
  })

  describe('malicious-proposal', () => {
    const stages = ['pending', 'active', 'succeeded', 'queued'] as const
    for (const stage of stages)
      it(`GOVERNANCE-73: behavior: the council cancels while ${stage}`, async () => {
        const made = await sdk.as('core-team').proposals.create({
          actions: [payment(sdk)],
          description: `Pay me while ${stage}`,
        })
        if (stage !== 'pending') await advancePast(sdk, made.snapshot)
        if (stage === 'succeeded' || stage === 'queued') await voteFor(made)
        if (stage === 'queued')
          await sdk.as('buyer').proposals.queue(made.content)
        expect(await stateOf(made)).to.equal(stage)

        const runbook = await open('malicious-proposal', 'council', {
          malicious: made.proposalId,
        })
        const { live } = await runbook.next()
        expect(live).to.have.length(1)
        await runbook.next()
        expect(await stateOf(made)).to.equal('canceled')
        const { stopped } = await runbook.next()
        expect(stopped).to.equal(stages.indexOf(stage) + 1)
        expect(runbook.left).to.equal(0)
      })
  })

  describe('stuck-execution', () => {
    /** Approves and queues a payment of more than the treasury holds. */
    async function stuck() {
      const held = await sdk.as('buyer').getBalance({
        account: sdk.home.openTimelock,
      })
      const made = await sdk.as('core-team').proposals.create({
        actions: [payment(sdk, held + 1n)],
        description: `Pay ${held + 1n} wei, of which one is missing`,
      })
      await voteFor(made)
      const { eta } = await sdk.as('buyer').proposals.queue(made.content)
      await advancePast(sdk, eta)
      return made
    }

    it('GOVERNANCE-73: behavior: executed once anybody sent what was missing', async () => {
      const made = await stuck()
      const before = await open('stuck-execution', 'buyer')
      await before.next()
      const refused = await before.next().catch((error: Error) => error)
      expect(refused).to.be.instanceOf(Error)
      expect(await stateOf(made)).to.equal('queued')

      await sdk.world.home.wallet(accounts['core-team']).writeContract({
        address: sdk.home.openToken,
        abi: openTokenAbi,
        functionName: 'transfer',
        args: [sdk.home.openTimelock, 1n],
      })
      const runbook = await open('stuck-execution', 'buyer')
      const { due } = await runbook.next()
      expect(due).to.have.length(1)
      await runbook.next()
      expect(await stateOf(made)).to.equal('executed')
    })

    it('GOVERNANCE-73: behavior: withdrawn and proposed again', async () => {
      const made = await stuck()
      // Executing would only fail.
      const again = await open('stuck-execution', 'core-team', {
        content: made.content,
      })
      await again.next()
      again.skip()
      await again.next()
      expect(again.left).to.equal(0)
      expect(await stateOf(made)).to.equal('canceled')
      const proposals = await sdk.as('buyer').proposals.list()
      const last = proposals.at(-1)
      expect(last?.state).to.equal('pending')
      expect(last?.content.actions).to.deep.equal(made.content.actions)
      await sdk.as('core-team').proposals.cancel(last?.content ?? made.content)
    })
  })

  describe('dead-council', () => {
    it('GOVERNANCE-73: behavior: a vote appoints another after the term', async () => {
      await sdk.world.advance(366n * DAY)
      const newCouncil = addressOf('community-fund')
      const runbook = await open('dead-council', 'core-team', { newCouncil })
      const { veto } = await runbook.next()
      expect(veto).to.deep.include({ level: 'high' })

      const { made } = await runbook.next()
      const { proposalId, snapshot, deadline } = made as Made
      await advancePast(sdk, snapshot)
      await runbook.next()
      for (const name of voters.slice(1))
        await sdk.as(name).votes.cast({ proposalId, support: 'for' })
      await advancePast(sdk, deadline)
      await runbook.next()
      await advancePast(sdk, (await sdk.now()) + 3n * DAY)
      await runbook.next()
      expect(runbook.left).to.equal(0)
      const { metrics } = await sdk.as('buyer').risk.report()
      const after = metrics.find(({ name }) => name === 'vetoStrategy')
      expect(after?.level).to.equal('low')
    })
  })
})
