import {
  type Address,
  erc721Abi,
  type Hex,
  maxUint256,
  parseAbi,
  parseEther,
  parseEventLogs,
  zeroAddress,
  zeroHash,
} from 'viem'
import { xnodeSaleAbi } from '../../typechain-types/index.ts'
import { type Bench, deployPeer, type Sent, transact } from './harness.ts'
import type { PeerContract } from './peers.ts'
import { deployBehindProxy } from './proxy.ts'
import type { Subjects } from './tokens.ts'

/** A collection of which anybody can buy. */
export interface Collection {
  readonly address: Address
  readonly buy: (
    buyer: { readonly address: Address },
    quantity: bigint,
  ) => Promise<Sent>
}

/** The series that genesis opens. */
export const firstSeries = 1

const peerAbi = parseAbi([
  'function mint(address to, uint256 quantity) payable',
])
const dropAbi = parseAbi([
  'function initialize(address defaultAdmin, string name, string symbol, string contractURI, address[] trustedForwarders, address saleRecipient, address royaltyRecipient, uint128 royaltyBps, uint128 platformFeeBps, address platformFeeRecipient)',
  'function lazyMint(uint256 amount, string baseURIForTokens, bytes data) returns (uint256 batchId)',
  'struct ClaimCondition { uint256 startTimestamp; uint256 maxClaimableSupply; uint256 supplyClaimed; uint256 quantityLimitPerWallet; bytes32 merkleRoot; uint256 pricePerToken; address currency; string metadata; }',
  'function setClaimConditions(ClaimCondition[] conditions, bool resetClaimEligibility)',
  'struct AllowlistProof { bytes32[] proof; uint256 quantityLimitPerWallet; uint256 pricePerToken; address currency; }',
  'function claim(address receiver, uint256 quantity, address currency, uint256 pricePerToken, AllowlistProof allowlistProof, bytes data) payable',
])
const peerPrice = parseEther('0.5')
const peerCap = 6_000n
/** Stands for ether in thirdweb's contracts. */
const ether = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE'

/** Xnode One as it is deployed, beside collections of its peers. */
export async function deployCollections(
  bench: Bench,
): Promise<Subjects<Collection>> {
  return {
    ours: { address: bench.at('XnodeOne'), buy: buyer(bench) },
    peers: {
      openzeppelin: await deployCollection(bench, 'OpenZeppelinNft'),
      solady: await deployCollection(bench, 'SoladyNft'),
      erc721a: await deployCollection(bench, 'Erc721aNft'),
      thirdweb: await deployDrop(bench),
    },
  }
}

/** Buys a unit of the first series at its price and no more. */
export function buyer({ home, at }: Bench): Collection['buy'] {
  const sale = { address: at('XnodeSale'), abi: xnodeSaleAbi }
  return async (from, quantity) => {
    const price = await home.client.readContract({
      ...sale,
      functionName: 'quoteBuy',
      args: [firstSeries, quantity, zeroAddress],
    })
    const order = [firstSeries, quantity, from.address, price] as const
    return transact(home, from, sale, 'buy', order, price)
  }
}

/** What an account ever received of a collection, in order. */
export async function unitsOf(
  { home }: Bench,
  collection: Address,
  owner: Address,
): Promise<bigint[]> {
  const logs = await home.client.getLogs({
    address: collection,
    fromBlock: 0n,
  })
  const received = parseEventLogs({
    abi: erc721Abi,
    eventName: 'Transfer',
    logs,
    args: { to: owner },
  })
  return received.map(({ args }) => args.tokenId)
}

async function deployCollection(
  { home, faucet }: Bench,
  name: PeerContract,
): Promise<Collection> {
  const address = await deployPeer(home, faucet, name)
  const nft = { address, abi: peerAbi }
  return {
    address,
    buy: (from, quantity) =>
      transact(
        home,
        from,
        nft,
        'mint',
        [from.address, quantity],
        peerPrice * quantity,
      ),
  }
}

/** One phase, open to everybody, without an allowlist, a limit or a fee. */
async function deployDrop({ home, faucet }: Bench): Promise<Collection> {
  const address = await deployBehindProxy(home, faucet, 'ThirdwebDrop')
  const drop = { address, abi: dropAbi }
  const { address: admin } = faucet
  await transact(home, faucet, drop, 'initialize', [
    admin,
    'Peer',
    'PEER',
    '',
    [],
    admin,
    admin,
    0n,
    0n,
    admin,
  ])
  await transact(home, faucet, drop, 'lazyMint', [
    peerCap,
    'ipfs://peer/',
    '0x',
  ])
  const phase = {
    startTimestamp: 0n,
    maxClaimableSupply: peerCap,
    supplyClaimed: 0n,
    quantityLimitPerWallet: maxUint256,
    merkleRoot: zeroHash,
    pricePerToken: peerPrice,
    currency: ether,
    metadata: '',
  } as const
  await transact(home, faucet, drop, 'setClaimConditions', [[phase], false])
  const noList = {
    proof: [] as Hex[],
    quantityLimitPerWallet: 0n,
    pricePerToken: 0n,
    currency: zeroAddress,
  }
  return {
    address,
    buy: (from, quantity) =>
      transact(
        home,
        from,
        drop,
        'claim',
        [from.address, quantity, ether, peerPrice, noList, '0x'],
        peerPrice * quantity,
      ),
  }
}
