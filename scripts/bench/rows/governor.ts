import {
  type Address,
  type Hex,
  keccak256,
  parseAbi,
  parseEther,
  stringToHex,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import {
  governor as settings,
  timelock as timelockSettings,
} from '../../../config/governance.ts'
import {
  changedWord,
  coldCall,
  newWord,
  readWord,
  recoveredSigner,
  sentEther,
} from '../floor.ts'
import {
  type Bench,
  deployPeer,
  fund,
  openActor,
  transact,
} from '../harness.ts'
import { type Row, toRow } from '../row.ts'
import { measureEach, type Subjects, type Token } from '../tokens.ts'

const governorAbi = parseAbi([
  'function propose(address[] targets, uint256[] values, bytes[] calldatas, string description) returns (uint256)',
  'function getProposalId(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) view returns (uint256)',
  'function castVote(uint256 proposalId, uint8 support) returns (uint256)',
  'function castVoteBySig(uint256 proposalId, uint8 support, address voter, bytes signature) returns (uint256)',
  'function nonces(address owner) view returns (uint256)',
  'function queue(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) returns (uint256)',
  'function execute(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) payable returns (uint256)',
])
const keyedNoncesAbi = parseAbi([
  'function nonces(address owner, uint192 key) view returns (uint256)',
])
const rolesAbi = parseAbi(['function grantRole(bytes32 role, address account)'])

const forVotes = 1
const payment = parseEther('1')
/** Together above the quorum of either side. */
const stakes = {
  proposer: parseEther('30000000'),
  voter: parseEther('15000000'),
  signer: parseEther('5000000'),
} as const

interface Dao {
  readonly address: Address
  readonly abi: typeof governorAbi
  readonly domainName: string
  readonly token: Token
  readonly timelock: Address
  /** The nonce that a signature for this proposal should carry. */
  readonly nonce: (voter: Address, proposalId: bigint) => Promise<bigint>
}

interface Actors {
  readonly proposer: PrivateKeyAccount
  readonly voter: PrivateKeyAccount
  readonly signer: PrivateKeyAccount
  readonly relay: PrivateKeyAccount
  readonly payee: PrivateKeyAccount
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
      operation: 'governor.execute',
      state: 'the queued action pays 1 ETH to an account that exists',
      ...figures.execute,
      least: [changedWord('proposal'), sentEther('payment')],
    }),
  ]
}

async function openDaos(
  { home, faucet, at }: Bench,
  tokens: Subjects<Token>,
): Promise<Subjects<Dao>> {
  const peerToken = tokens.peers.openzeppelin
  if (peerToken === undefined) throw new Error('no peer token')
  const timelock = await deployPeer(home, faucet, 'OpenZeppelinTimelock', [
    BigInt(timelockSettings.minDelay),
    [],
    [],
    faucet.address,
  ])
  const address = await deployPeer(home, faucet, 'OpenZeppelinGovernor', [
    peerToken.address,
    timelock,
    settings.votingDelay,
    settings.votingPeriod,
    settings.proposalThreshold,
  ])
  const roles = { address: timelock, abi: rolesAbi }
  for (const role of ['PROPOSER_ROLE', 'CANCELLER_ROLE', 'EXECUTOR_ROLE'])
    await transact(home, faucet, roles, 'grantRole', [
      keccak256(stringToHex(role)),
      address,
    ])
  const governor = at('OpenGovernor')
  const daos = {
    ours: {
      address: governor,
      abi: governorAbi,
      domainName: 'Openmesh DAO',
      token: tokens.ours,
      timelock: at('OpenTimelock'),
      nonce: (voter: Address, proposalId: bigint) =>
        home.client.readContract({
          address: governor,
          abi: keyedNoncesAbi,
          functionName: 'nonces',
          args: [voter, BigInt.asUintN(192, proposalId)],
        }),
    },
    peers: {
      openzeppelin: {
        address,
        abi: governorAbi,
        domainName: 'Peer DAO',
        token: peerToken,
        timelock,
        nonce: (voter: Address) =>
          home.client.readContract({
            address,
            abi: governorAbi,
            functionName: 'nonces',
            args: [voter],
          }),
      },
    },
  }
  await fund(home, daos.ours.timelock)
  await fund(home, timelock)
  return daos
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
  }
  for (const { token } of [ours, ...Object.values(peers)])
    for (const name of ['proposer', 'voter', 'signer'] as const) {
      const { address } = actors[name]
      await transact(home, faucet, token, 'transfer', [address, stakes[name]])
      await transact(home, actors[name], token, 'delegate', [address])
    }
  return actors
}

/** One proposal from its start to its execution, at everybody's. */
async function proposalRound(
  { home, world, say }: Bench,
  daos: Subjects<Dao>,
  { proposer, voter, signer, relay, payee }: Actors,
  description: string,
) {
  const action = [[payee.address], [payment], ['0x']] as const
  const hash = keccak256(stringToHex(description))
  await world.advance(1n)

  say('governor.propose')
  const propose = await measureEach(daos, (dao) =>
    transact(home, proposer, dao, 'propose', [...action, description]),
  )
  await world.advance(BigInt(settings.votingDelay) + 1n)
  await measureEach(daos, async (dao) => {
    const id = await proposalId(dao)
    return transact(home, proposer, dao, 'castVote', [id, forVotes])
  })

  say('governor.castVote')
  const castVote = await measureEach(daos, async (dao) => {
    const id = await proposalId(dao)
    return transact(home, voter, dao, 'castVote', [id, forVotes])
  })
  say('governor.castVoteBySig')
  const castVoteBySig = await measureEach(daos, async (dao) => {
    const id = await proposalId(dao)
    const signature = await sign(dao, id)
    const ballot = [id, forVotes, signer.address, signature] as const
    return transact(home, relay, dao, 'castVoteBySig', ballot)
  })
  await world.advance(BigInt(settings.votingPeriod))
  await measureEach(daos, (dao) =>
    transact(home, relay, dao, 'queue', [...action, hash]),
  )
  await world.advance(BigInt(timelockSettings.minDelay))

  say('governor.execute')
  const execute = await measureEach(daos, (dao) =>
    transact(home, relay, dao, 'execute', [...action, hash]),
  )
  return { propose, castVote, castVoteBySig, execute }

  function proposalId({ address }: Dao): Promise<bigint> {
    return home.client.readContract({
      address,
      abi: governorAbi,
      functionName: 'getProposalId',
      args: [...action, hash],
    })
  }

  async function sign(dao: Dao, id: bigint): Promise<Hex> {
    return signer.signTypedData({
      domain: {
        name: dao.domainName,
        version: '1',
        chainId: home.chain.id,
        verifyingContract: dao.address,
      },
      types: ballotTypes,
      primaryType: 'Ballot',
      message: {
        proposalId: id,
        support: forVotes,
        voter: signer.address,
        nonce: await dao.nonce(signer.address, id),
      },
    })
  }
}

const ballotTypes = {
  Ballot: [
    { name: 'proposalId', type: 'uint256' },
    { name: 'support', type: 'uint8' },
    { name: 'voter', type: 'address' },
    { name: 'nonce', type: 'uint256' },
  ],
} as const
