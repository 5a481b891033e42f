import {
  type Address,
  type Hex,
  keccak256,
  parseAbi,
  parseSignature,
  stringToHex,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import {
  governor as settings,
  timelock as timelockSettings,
} from '../../config/governance.ts'
import { type Bench, deployPeer, fund, type Sent, transact } from './harness.ts'
import { deployBehindProxy } from './proxy.ts'
import type { Subjects, Token } from './tokens.ts'

export const governorAbi = parseAbi([
  'function propose(address[] targets, uint256[] values, bytes[] calldatas, string description) returns (uint256)',
  'function castVote(uint256 proposalId, uint8 support) returns (uint256)',
  'function castVoteBySig(uint256 proposalId, uint8 support, address voter, bytes signature) returns (uint256)',
  'function nonces(address owner) view returns (uint256)',
  'function queue(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) returns (uint256)',
  'function execute(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) payable returns (uint256)',
])
const keyedNoncesAbi = parseAbi([
  'function nonces(address owner, uint192 key) view returns (uint256)',
])
const thirdwebAbi = parseAbi([
  'function initialize(string name, string contractURI, address[] trustedForwarders, address token, uint256 votingDelay, uint256 votingPeriod, uint256 proposalThreshold, uint256 quorumFraction)',
  'function castVoteBySig(uint256 proposalId, uint8 support, uint8 v, bytes32 r, bytes32 s) returns (uint256)',
])
const rolesAbi = parseAbi(['function grantRole(bytes32 role, address account)'])

export const forVotes = 1

/** A governor, with the token whose holders vote. */
export interface Dao {
  readonly address: Address
  readonly abi: typeof governorAbi
  readonly token: Token
  /** Whoever executes, and pays. */
  readonly treasury: Address
  /** Whether an approval waits in a timelock. */
  readonly queues: boolean
  /** Hands in what somebody signed. */
  readonly castBySig: (
    relay: PrivateKeyAccount,
    signer: PrivateKeyAccount,
    proposalId: bigint,
  ) => Promise<Sent>
}

/** Ours as it is deployed, beside those of its peers with the same settings. */
export async function openDaos(
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
  const thirdweb = await deployBehindProxy(home, faucet, 'ThirdwebVote')
  const unready = { address: thirdweb, abi: thirdwebAbi }
  await transact(home, faucet, unready, 'initialize', [
    'Peer DAO',
    '',
    [],
    peerToken.address,
    BigInt(settings.votingDelay),
    BigInt(settings.votingPeriod),
    settings.proposalThreshold,
    4n,
  ])
  const governor = at('OpenGovernor')
  const ours = { address: governor, abi: governorAbi, name: 'Openmesh DAO' }
  const peer = { address, abi: governorAbi, name: 'Peer DAO' }
  const daos: Subjects<Dao> = {
    ours: {
      address: governor,
      abi: governorAbi,
      token: tokens.ours,
      treasury: at('OpenTimelock'),
      queues: true,
      castBySig: async (relay, signer, id) =>
        transact(home, relay, ours, 'castVoteBySig', [
          id,
          forVotes,
          signer.address,
          await signBallot(
            home,
            ours,
            signer,
            id,
            await keyedNonce(home, governor, signer.address, id),
          ),
        ]),
    },
    peers: {
      openzeppelin: {
        address,
        abi: governorAbi,
        token: peerToken,
        treasury: timelock,
        queues: true,
        castBySig: async (relay, signer, id) => {
          const nonce = await home.client.readContract({
            ...peer,
            functionName: 'nonces',
            args: [signer.address],
          })
          const signature = await signBallot(home, peer, signer, id, nonce)
          const ballot = [id, forVotes, signer.address, signature] as const
          return transact(home, relay, peer, 'castVoteBySig', ballot)
        },
      },
      thirdweb: {
        address: thirdweb,
        abi: governorAbi,
        token: peerToken,
        treasury: thirdweb,
        queues: false,
        castBySig: async (relay, signer, id) => {
          const { v, r, s } = parseSignature(
            await signer.signTypedData({
              domain: domainOf(home, { name: 'Peer DAO', address: thirdweb }),
              types: plainBallotTypes,
              primaryType: 'Ballot',
              message: { proposalId: id, support: forVotes },
            }),
          )
          const ballot = [id, forVotes, Number(v), r, s] as const
          return transact(home, relay, unready, 'castVoteBySig', ballot)
        },
      },
    },
  }
  for (const { treasury } of [daos.ours, ...Object.values(daos.peers)])
    await fund(home, treasury)
  return daos
}

/** The nonce that a signature for this proposal carries, and for no other. */
export function keyedNonce(
  { client }: Bench['home'],
  address: Address,
  voter: Address,
  id: bigint,
): Promise<bigint> {
  return client.readContract({
    address,
    abi: keyedNoncesAbi,
    functionName: 'nonces',
    args: [voter, BigInt.asUintN(192, id)],
  })
}

export function signBallot(
  home: Bench['home'],
  governor: { readonly name: string; readonly address: Address },
  signer: PrivateKeyAccount,
  proposalId: bigint,
  nonce: bigint,
): Promise<Hex> {
  return signer.signTypedData({
    domain: domainOf(home, governor),
    types: ballotTypes,
    primaryType: 'Ballot',
    message: { proposalId, support: forVotes, voter: signer.address, nonce },
  })
}

function domainOf(
  { chain }: Bench['home'],
  { name, address }: { readonly name: string; readonly address: Address },
) {
  return {
    name,
    version: '1',
    chainId: chain.id,
    verifyingContract: address,
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

/** Of OpenZeppelin 4: whoever signed, once. */
const plainBallotTypes = {
  Ballot: [
    { name: 'proposalId', type: 'uint256' },
    { name: 'support', type: 'uint8' },
  ],
} as const
