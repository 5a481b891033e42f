import { type Address, parseAbi, parseEther } from 'viem'
import type { PeerName } from '../../config/bench.ts'
import type { DevnetChain } from '../../devnet/index.ts'
import { type Bench, deployPeer, type Spent } from './harness.ts'
import type { PeerContract } from './peers.ts'

/** What the tokens have in common. */
export const tokenAbi = parseAbi([
  'function transfer(address to, uint256 value) returns (bool)',
  'function approve(address spender, uint256 value) returns (bool)',
  'function balanceOf(address account) view returns (uint256)',
  'function delegate(address delegatee)',
  'function nonces(address owner) view returns (uint256)',
  'function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)',
  'function getCCIPAdmin() view returns (address)',
])

/** A token at home, all of whose circulating supply the faucet holds. */
export interface Token {
  readonly address: Address
  readonly abi: typeof tokenAbi
  /** Name of its EIP-712 domain. */
  readonly domainName: string
}

export interface Subjects<subject> {
  readonly ours: subject
  readonly peers: Partial<Record<PeerName, subject>>
}

export const peerTokens = {
  openzeppelin: 'OpenZeppelinToken',
  solady: 'SoladyToken',
} as const satisfies Partial<Record<PeerName, PeerContract>>

const peerSupply = parseEther('1000000000')

/** OPEN as it is deployed, beside tokens of its peers. */
export async function deployTokens({
  home,
  faucet,
  at,
}: Bench): Promise<Subjects<Token>> {
  const peer = async (chain: DevnetChain, name: PeerContract) => ({
    address: await deployPeer(chain, faucet, name, [
      faucet.address,
      peerSupply,
    ]),
    abi: tokenAbi,
    domainName: 'Peer',
  })
  return {
    ours: { address: at('OpenToken'), abi: tokenAbi, domainName: 'Openmesh' },
    peers: {
      openzeppelin: await peer(home, peerTokens.openzeppelin),
      solady: await peer(home, peerTokens.solady),
    },
  }
}

/**
 * Does the same to everybody, ours first, one after the other.
 *
 * @param subjects Whom.
 * @param work What.
 * @returns What it took.
 */
export async function measureEach<subject>(
  { ours, peers }: Subjects<subject>,
  work: (subject: subject) => Promise<Spent>,
): Promise<Subjects<Spent>> {
  const results: Partial<Record<PeerName, Spent>> = {}
  const own = await work(ours)
  for (const [name, peer] of Object.entries(peers))
    results[name as PeerName] = await work(peer as subject)
  return { ours: own, peers: results }
}
