import {
  encodeFunctionData,
  erc20Abi,
  type Hash,
  parseEther,
  type TransactionReceipt,
} from 'viem'
import { type AccountName, addressOf } from '../../devnet/accounts.ts'
import type { World } from '../../devnet/world.ts'
import type { ProposalContent } from '../../sdk/src/index.ts'
import { addressBooks, atHome, inOpen } from './cast.ts'
import type { Report } from './report.ts'

const grant = parseEther('250000')
const title = `Grant of ${inOpen(grant)} to the community fund for translations`

/** Five holders delegate to themselves and vote a grant out of the treasury. */
export async function governanceChapter(
  world: World,
  report: Report,
  cast: { voters: readonly AccountName[]; grantee: AccountName },
): Promise<void> {
  const voters = cast.voters.map((name) => atHome(world, name))
  const [proposer] = voters as [(typeof voters)[number]]
  const { openToken } = addressBooks(world).home
  const grantee = addressOf(cast.grantee)
  let content: ProposalContent = {
    actions: [
      {
        to: openToken,
        data: encodeFunctionData({
          abi: erc20Abi,
          functionName: 'transfer',
          args: [grantee, grant],
        }),
      },
    ],
    description: title,
  }
  const until = async (timestamp: bigint) => {
    const { timestamp: now } = await world.home.client.getBlock()
    await world.advance(timestamp - now + 1n)
  }
  let proposalId = 0n
  let snapshot = 0n
  let deadline = 0n
  let eta = 0n

  await report.step('delegateVotes', async () => {
    const done = []
    for (const voter of voters)
      done.push(await voter.delegateVotes({ delegatee: voter.account.address }))
    const votes = await Promise.all(
      voters.map((voter) => voter.getVotes({ account: voter.account.address })),
    )
    const total = votes.reduce((sum, vote) => sum + vote, 0n)
    return {
      said: `${voters.length} holders carry ${inOpen(total)} of votes, staked OPEN included`,
      ...spent(done.map(({ receipt }) => receipt)),
    }
  })

  await report.step('propose', async () => {
    await world.advance(1n)
    const proposal = await proposer.propose(content)
    ;({ content, proposalId, snapshot, deadline } = proposal)
    return {
      said: `${title} (${proposal.class})`,
      ...spent([proposal.receipt]),
    }
  })

  await report.step('vote', async () => {
    await until(snapshot)
    const cast = []
    for (const voter of voters)
      cast.push(await voter.castVote({ proposalId, support: 'for' }))
    const { votes, quorum } = await proposer.getProposal({ proposalId })
    return {
      said: `${inOpen(votes.for)} for, ${inOpen(quorum ?? 0n)} needed`,
      ...spent(cast.map(({ receipt }) => receipt)),
    }
  })

  await report.step('queue', async () => {
    await until(deadline)
    const queued = await proposer.queueProposal(content)
    eta = queued.eta
    return {
      said: 'in the timelock for three days',
      ...spent([queued.receipt]),
    }
  })

  await report.step('execute', async () => {
    const before = await proposer.getBalance({ account: grantee })
    await until(eta)
    const { receipt } = await proposer.executeProposal(content)
    const after = await proposer.getBalance({ account: grantee })
    if (after - before !== grant)
      throw new Error(`the grantee got ${after - before}, not ${grant}`)
    return {
      said: `${inOpen(grant)} paid out of the treasury`,
      ...spent([receipt]),
    }
  })
}

function spent(receipts: readonly TransactionReceipt[]): {
  gas: bigint
  tx?: Hash
} {
  const [first] = receipts
  return {
    gas: receipts.reduce((sum, { gasUsed }) => sum + gasUsed, 0n),
    ...(first && { tx: first.transactionHash }),
  }
}
