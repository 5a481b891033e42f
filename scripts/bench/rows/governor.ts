import {
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  hexToBigInt,
  keccak256,
  parseAbiParameters,
  parseEther,
  stringToHex,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import {
  governor as settings,
  timelock as timelockSettings,
} from '../../../config/governance.ts'
import { voteRelayAbi } from '../../../typechain-types/index.ts'
import {
  type Dao,
  forVotes,
  governorAbi,
  keyedNonce,
  openDaos,
  signBallot,
} from '../daos.ts'
import {
  changedWord,
  coldCall,
  newWord,
  readWord,
  recoveredSigner,
  sentEther,
} from '../floor.ts'
import { type Bench, openActor, type Spent, transact } from '../harness.ts'
import { type Row, toRow } from '../row.ts'
import { measureEach, type Subjects, type Token } from '../tokens.ts'

const batch = 50
const payment = parseEther('1')
/** Together above the quorum of either side. */
const stakes = {
  proposer: parseEther('30000000'),
  voter: parseEther('15000000'),
  signer: parseEther('5000000'),
} as const
/** Of each voter in a batch, more than the relay asks for. */
const smallStake = parseEther('10000')

interface Actors {
  readonly proposer: PrivateKeyAccount
  readonly voter: PrivateKeyAccount
  readonly signer: PrivateKeyAccount
  readonly relay: PrivateKeyAccount
  readonly payee: PrivateKeyAccount
  /** Who vote together, at ours: nobody else has a relay. */
  readonly crowd: readonly PrivateKeyAccount[]
}

/** The second proposal of the same people, so that nothing is their first. */
export async function governorRows(
  bench: Bench,
  tokens: Subjects<Token>,
): Promise<Row[]> {
  const daos = await openDaos(bench, tokens)
  const actors = await openVoters(bench, daos)
  bench.say('governor: first round')
  const rehearsal = { ...bench, say: () => {} }
  await proposalRound(rehearsal, daos, actors, 'Pay the first invoice')
  const figures = await proposalRound(
    bench,
    daos,
    actors,
    'Pay the second invoice of the team that runs the public dashboards',
  )
  const votes = [
    coldCall('token called'),
    readWord('votes at the snapshot'),
    readWord('proposal'),
    changedWord('tally'),
    changedWord('mark that this voter voted'),
  ]
  return [
    toRow({
      operation: 'governor.propose',
      state:
        'one action, 1 ETH from the timelock; the proposer has proposed before',
      ...figures.propose,
      least: [
        coldCall('token called'),
        readWord("proposer's votes"),
        newWord('proposal'),
      ],
    }),
    toRow({
      operation: 'governor.castVote',
      state: 'For, not the first vote, outside the closing window',
      ...figures.castVote,
      least: votes,
    }),
    toRow({
      operation: 'governor.castVoteBySig',
      state: 'the same by a relay; the voter has voted by signature before',
      ...figures.castVoteBySig,
      least: [...votes, recoveredSigner()],
    }),
    toRow({
      operation: 'governor.relayPerVoter',
      state: `a vote among ${batch} in one transaction, its refund included, by voters who never voted; elsewhere each takes a transaction`,
      ours: figures.relayPerVoter,
      peers: figures.castVoteBySig.peers,
      least: [
        readWord('votes at the snapshot'),
        changedWord('mark that this voter voted'),
        recoveredSigner(),
      ],
    }),
    toRow({
      operation: 'governor.execute',
      state:
        'the approved action, queued where there is a timelock, pays 1 ETH to an account that exists',
      ...figures.execute,
      least: [changedWord('proposal'), sentEther('payment')],
    }),
  ]
}

/** Each delegates to itself, once, so that all histories have one entry. */
async function openVoters(
  { home, faucet }: Bench,
  { ours, peers }: Subjects<Dao>,
): Promise<Actors> {
  const open = (name: string) => openActor(home, `governor.${name}`)
  const actors = {
    proposer: await open('proposer'),
    voter: await open('voter'),
    signer: await open('signer'),
    relay: await open('relay'),
    payee: await open('payee'),
    crowd: await Promise.all(
      Array.from({ length: batch + 1 }, (_, place) => open(`crowd.${place}`)),
    ),
  }
  for (const voter of actors.crowd) {
    const { address } = voter
    await transact(home, faucet, ours.token, 'transfer', [address, smallStake])
    await transact(home, voter, ours.token, 'delegate', [address])
  }
  const held = new Set([
    ours.token,
    ...Object.values(peers).map((dao) => dao.token),
  ])
  for (const token of held)
    for (const name of ['proposer', 'voter', 'signer'] as const) {
      const { address } = actors[name]
      await transact(home, faucet, token, 'transfer', [address, stakes[name]])
      await transact(home, actors[name], token, 'delegate', [address])
    }
  return actors
}

/** One proposal from its start to its execution, at everybody's. */
async function proposalRound(
  { home, world, say, at }: Bench,
  daos: Subjects<Dao>,
  { proposer, voter, signer, relay, payee, crowd }: Actors,
  description: string,
) {
  const action = [[payee.address], [payment], ['0x']] as const
  const hash = keccak256(stringToHex(description))
  const id = hexToBigInt(
    keccak256(
      encodeAbiParameters(
        parseAbiParameters('address[], uint256[], bytes[], bytes32'),
        [...action, hash],
      ),
    ),
  )
  await world.advance(1n)

  say('governor.propose')
  const propose = await measureEach(daos, (dao) =>
    transact(home, proposer, dao, 'propose', [...action, description]),
  )
  await world.advance(BigInt(settings.votingDelay) + 1n)
  await measureEach(daos, (dao) =>
    transact(home, proposer, dao, 'castVote', [id, forVotes]),
  )

  say('governor.castVote')
  const castVote = await measureEach(daos, (dao) =>
    transact(home, voter, dao, 'castVote', [id, forVotes]),
  )
  say('governor.castVoteBySig')
  const castVoteBySig = await measureEach(daos, (dao) =>
    dao.castBySig(relay, signer, id),
  )
  say('governor.relayPerVoter')
  const voteRelay = { address: at('VoteRelay'), abi: voteRelayAbi }
  const [first, ...others] = await ballotsOf(home, daos.ours, crowd, id)
  if (first === undefined) throw new Error('nobody votes')
  // The first refund of a proposal opens its account.
  await transact(home, relay, voteRelay, 'relay', [[first]])
  const relayed = await transact(home, relay, voteRelay, 'relay', [others])
  await world.advance(BigInt(settings.votingPeriod))
  const queueing = Object.values({ ours: daos.ours, ...daos.peers })
  for (const dao of queueing.filter(({ queues }) => queues))
    await transact(home, relay, dao, 'queue', [...action, hash])
  await world.advance(BigInt(timelockSettings.minDelay))

  say('governor.execute')
  const execute = await measureEach(daos, (dao) =>
    transact(home, relay, dao, 'execute', [...action, hash]),
  )
  const relayPerVoter = share(relayed, others.length)
  return { propose, castVote, castVoteBySig, relayPerVoter, execute }
}

/** What is handed to the relay: a complete call for each voter. */
function ballotsOf(
  home: Bench['home'],
  { address }: Dao,
  voters: readonly PrivateKeyAccount[],
  id: bigint,
): Promise<Hex[]> {
  const governor = { address, name: 'Openmesh DAO' }
  return Promise.all(
    voters.map(async (voter) => {
      const nonce = await keyedNonce(home, address, voter.address, id)
      const signature = await signBallot(home, governor, voter, id, nonce)
      return encodeFunctionData({
        abi: governorAbi,
        functionName: 'castVoteBySig',
        args: [id, forVotes, voter.address, signature],
      })
    }),
  )
}

function share({ gas, calldata }: Spent, count: number): Spent {
  return {
    transactions: 1 / count,
    gas: Math.round(gas / count),
    calldata: Math.round(calldata / count),
  }
}
