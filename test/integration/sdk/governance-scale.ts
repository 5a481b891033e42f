import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { type Hex, parseEther, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { addressOf } from '../../../devnet/accounts.ts'
import {
  getProposalDetails,
  listVotes,
  relayVotes,
  type SignedBallot,
} from '../../../sdk/src/index.ts'
import { delegateHolders, openVote, payment } from '../../helpers/governance.ts'
import { sdkWorld } from '../../helpers/sdk.ts'
import { countingReader } from '../../helpers/xnode.ts'

const VOTERS = 2_000
const BATCH = 50
const stake = parseEther('1000')

const sdk = sdkWorld()

const keys = Array.from({ length: VOTERS }, (_, index) =>
  privateKeyToAccount(toHex(1_000_000 + index, { size: 32 })),
)

/** Straight to the node, which signs: a client would ask five times for each. */
async function send(to: Hex, data: Hex, gas: number): Promise<void> {
  await sdk.world.home.rpc('eth_sendTransaction', [
    { from: addressOf('core-team'), to, data, gas: toHex(gas) },
  ])
}

async function relay(signed: readonly SignedBallot[]): Promise<void> {
  for (let from = 0; from < signed.length; from += BATCH) {
    const call = relayVotes.call({
      contracts: sdk.home,
      signed: signed.slice(from, from + BATCH),
    })
    await send(call.to, call.data, 12_000_000)
  }
}

async function domainOf(address: Hex) {
  const { domain } = await sdk.world.home.client.getEip712Domain({ address })
  const { chainId, name, verifyingContract, version } = domain
  return { chainId, name, verifyingContract, version }
}

describe('a proposal with 2,000 voters', () => {
  let proposalId = 0n
  let fromBlock = 0n

  before(async () => {
    await delegateHolders(sdk)
    for (const { address } of keys) {
      const { data = '0x', to } = payment(sdk, stake, address)
      await send(to, data, 200_000)
    }
    await relay(await delegations())
    await sdk.world.advance(10n)
    fromBlock = await sdk.world.home.client.getBlockNumber()
    ;({ proposalId } = await openVote(sdk, 'core-team', '# All vote'))
    await relay(await ballots())
  })

  it('default: its full state in two seconds and five requests', async (test) => {
    const { asked, client } = countingReader(sdk)
    const about = { contracts: sdk.home, proposalId }
    const account = keys[0]?.address
    const start = performance.now()
    const [details, votes] = await Promise.all([
      getProposalDetails(client, { ...about, account }),
      listVotes(client, { ...about, fromBlock }),
    ])
    const milliseconds = performance.now() - start
    test.diagnostic(`${asked.length} requests, ${milliseconds.toFixed()} ms`)
    expect(votes).to.have.length(VOTERS)
    expect(details.tally.votes.for).to.equal(BigInt(VOTERS) * stake)
    expect(details.voter?.ballot.for).to.equal(stake)
    expect(asked.length).to.be.at.most(5)
    expect(milliseconds).to.be.below(2_000)
  })

  async function delegations(): Promise<SignedBallot[]> {
    const domain = await domainOf(sdk.home.openToken)
    const expiry = (await sdk.now()) + 86_400n
    return Promise.all(
      keys.map(async (key) => {
        const { address } = key
        const message = {
          delegator: address,
          delegatee: address,
          nonce: 0n,
          expiry,
        }
        const signature = await key.signTypedData({
          domain,
          types: delegationTypes,
          primaryType: 'Delegation',
          message,
        })
        return { kind: 'delegation', ...message, signature } as const
      }),
    )
  }

  async function ballots(): Promise<SignedBallot[]> {
    const domain = await domainOf(sdk.home.openGovernor)
    const nonce = BigInt.asUintN(192, proposalId) << 64n
    return Promise.all(
      keys.map(async (key) => {
        const voter = key.address
        const signature = await key.signTypedData({
          domain,
          types: ballotTypes,
          primaryType: 'Ballot',
          message: { proposalId, support: 1, voter, nonce },
        })
        const about = { voter, proposalId, reason: '', signature }
        return { kind: 'vote', support: 'for', ...about } as const
      }),
    )
  }
})

const delegationTypes = {
  Delegation: [
    { name: 'delegator', type: 'address' },
    { name: 'delegatee', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint256' },
  ],
} as const

const ballotTypes = {
  Ballot: [
    { name: 'proposalId', type: 'uint256' },
    { name: 'support', type: 'uint8' },
    { name: 'voter', type: 'address' },
    { name: 'nonce', type: 'uint256' },
  ],
} as const
