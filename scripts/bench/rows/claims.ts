import { SimpleMerkleTree, StandardMerkleTree } from '@openzeppelin/merkle-tree'
import {
  type Address,
  encodePacked,
  getAddress,
  type Hex,
  keccak256,
  maxUint256,
  parseAbi,
  parseEther,
  slice,
  toHex,
} from 'viem'
import { allocationRow } from '../../../config/allocation.ts'
import { pause } from '../../../config/bench.ts'
import {
  merkleClaimsAbi,
  tokenAllocationAbi,
} from '../../../typechain-types/index.ts'
import { changedWord, coldCall, event, hashedPair } from '../floor.ts'
import {
  type Bench,
  deployPeer,
  openActor,
  openContract,
  type Sent,
  transact,
} from '../harness.ts'
import { deployBehindProxy } from '../proxy.ts'
import { type Row, toRow } from '../row.ts'
import { measureEach, type Subjects, type Token } from '../tokens.ts'

const distributorAbi = parseAbi([
  'function claim(uint256 index, address account, uint256 amount, bytes32[] proof)',
])
const airdropAbi = parseAbi([
  'function initialize(address defaultAdmin, string contractURI)',
  'function setMerkleRoot(address token, bytes32 root, bool resetClaimStatus)',
  'function claimERC20(address token, address receiver, uint256 quantity, bytes32[] proofs)',
])

const held = parseEther('100')
const amount = parseEther('10')
/** A full tree: every proof has the same length. */
const levels = 14
const leaves = 2 ** levels
const total = amount * BigInt(leaves)
/** Neighbours in one word of a bitmap, as in a real list nearly everybody. */
const places = { earlier: 5_000, measured: 5_001 } as const
const term = 30n * 86_400n

interface Claimant {
  readonly address: Address
  readonly index: number
}

/** Somebody who pays a list, in OPEN. */
interface Claims {
  readonly claim: (claimant: Claimant) => Promise<Sent>
}

/** What one account of a list pays to get its own. */
export async function claimsRows(
  bench: Bench,
  tokens: Subjects<Token>,
): Promise<Row[]> {
  const operation = 'claims.claim'
  bench.say(operation)
  const { home, faucet, world } = bench
  const open = tokens.ours
  const claimants = await Promise.all(
    Object.entries(places).map(async ([name, index]) => ({
      address: (await openActor(home, `claims.${name}`)).address,
      index,
    })),
  )
  const list = Array.from({ length: leaves }, (_, index) =>
    getAddress(slice(keccak256(toHex(index, { size: 32 })), 12)),
  )
  for (const { address, index } of claimants) list[index] = address

  const lists: Subjects<Claims> = {
    ours: await ourClaims(bench, list),
    peers: {
      openzeppelin: await openZeppelinClaims(bench, open, list),
      thirdweb: await thirdwebClaims(bench, open, list),
    },
  }
  for (const { address } of claimants)
    await transact(home, faucet, open, 'transfer', [address, held])
  const [earlier, measured] = claimants
  if (!earlier || !measured) throw new Error('nobody claims')
  await measureEach(lists, ({ claim }) => claim(earlier))
  await world.advance(pause)
  return [
    toRow({
      operation,
      state: `one of ${leaves.toLocaleString('en-US')} leaves, paid at once, to an account that holds some already and has no delegate; a neighbour in the bitmap has claimed, thirdweb has no bitmap; the campaign has no weekly limit, as no peer has one. Ours buys an honest quorum: tokens that wait for a claim count as excluded, so what leaves is a new entry in that history, three quarters of the difference to the best peer; the rest is a start, a deadline, a pause and a total for each of many campaigns, a free choice of the receiver and an event that names all of it`,
      ...(await measureEach(lists, ({ claim }) => claim(measured))),
      least: [
        coldCall('token called'),
        hashedPair('nodes hashed', levels),
        changedWord('mark that this leaf was claimed'),
        changedWord('balance', 2),
        event('Transfer', 3, 1),
      ],
    }),
  ]
}

/** A campaign that governance made, as only it can. */
async function ourClaims(
  bench: Bench,
  list: readonly Address[],
): Promise<Claims> {
  const { home, at } = bench
  const claims = { address: at('MerkleClaims'), abi: merkleClaimsAbi }
  const allocation = { address: at('TokenAllocation'), abi: tokenAllocationAbi }
  const timelock = await openContract(bench, 'OpenTimelock')
  const { id: row } = allocationRow('verified-contributors')
  const tree = StandardMerkleTree.of(
    list.map((account, index) => [BigInt(index), account, amount, 0n]),
    ['uint256', 'address', 'uint256', 'uint256'],
  )
  await transact(home, timelock, allocation, 'fund', [
    row,
    claims.address,
    total,
  ])
  const { timestamp: now } = await home.client.getBlock()
  await transact(home, timelock, claims, 'createCampaign', [
    {
      row,
      root: tree.root as Hex,
      total,
      start: 0,
      deadline: Number(now + term),
      weeklyLimit: total,
      tree: '',
    },
  ])
  const campaign = await home.client.readContract({
    ...claims,
    functionName: 'campaignCount',
  })
  return {
    claim: (from) => {
      const { address, index } = from
      const leaf = {
        index: BigInt(index),
        account: address,
        amount,
        schedule: 0n,
      }
      const proof = tree.getProof(index) as Hex[]
      return transact(home, from, claims, 'claim', [
        campaign,
        leaf,
        proof,
        address,
      ])
    },
  }
}

async function openZeppelinClaims(
  { home, faucet }: Bench,
  open: Token,
  list: readonly Address[],
): Promise<Claims> {
  const tree = StandardMerkleTree.of(
    list.map((account, index) => [BigInt(index), account, amount]),
    ['uint256', 'address', 'uint256'],
  )
  const address = await deployPeer(home, faucet, 'OpenZeppelinClaims', [
    open.address,
    tree.root,
  ])
  await transact(home, faucet, open, 'transfer', [address, total])
  const distributor = { address, abi: distributorAbi }
  return {
    claim: (from) =>
      transact(home, from, distributor, 'claim', [
        BigInt(from.index),
        from.address,
        amount,
        tree.getProof(from.index) as Hex[],
      ]),
  }
}

/** Pays out of its owner's pocket, behind the proxy it has to stand behind. */
async function thirdwebClaims(
  { home, faucet }: Bench,
  open: Token,
  list: readonly Address[],
): Promise<Claims> {
  const tree = SimpleMerkleTree.of(
    list.map((account) =>
      keccak256(encodePacked(['address', 'uint256'], [account, amount])),
    ),
  )
  const address = await deployBehindProxy(home, faucet, 'ThirdwebAirdrop')
  const airdrop = { address, abi: airdropAbi }
  const initial = [faucet.address, ''] as const
  await transact(home, faucet, airdrop, 'initialize', initial)
  const root = tree.root as Hex
  const setting = [open.address, root, false] as const
  await transact(home, faucet, airdrop, 'setMerkleRoot', setting)
  await transact(home, faucet, open, 'approve', [address, maxUint256])
  return {
    claim: (from) =>
      transact(home, from, airdrop, 'claimERC20', [
        open.address,
        from.address,
        amount,
        tree.getProof(from.index) as Hex[],
      ]),
  }
}
