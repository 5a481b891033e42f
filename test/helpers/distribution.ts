import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { type Address, encodeFunctionData, parseEther, toHex } from 'viem'
import { allocationRow } from '../../config/allocation.ts'
import type { ClaimsTree, ProposalAction } from '../../sdk/src/index.ts'
import {
  merkleClaimsAbi,
  tokenAllocationAbi,
} from '../../typechain-types/index.ts'
import { expectDefined } from './expect.ts'
import type { SdkWorld } from './sdk.ts'

const DAY = 86_400n

/** Row that pays the campaigns of the tests. */
export const claimsRow = allocationRow('verified-contributors').id

/** One line of a campaign's list. */
export interface Line {
  account: Address
  /** Wei of OPEN. */
  amount: bigint
  /** Pays at once when left out. */
  schedule?: bigint
}

/** The tree by OpenZeppelin's own package, as it comes out of the file. */
export function treeOf(lines: readonly Line[]): ClaimsTree {
  const values = lines.map(({ account, amount, schedule = 0n }, index) =>
    [index, account, amount, schedule].map(String),
  )
  const encoding = ['uint256', 'address', 'uint256', 'uint256']
  const dump = StandardMerkleTree.of(values, encoding).dump()
  return JSON.parse(JSON.stringify(dump))
}

/** Does as the timelock what a vote would have it do. */
export async function asTimelock(
  { home, world }: SdkWorld,
  actions: readonly ProposalAction[],
): Promise<void> {
  const from = home.openTimelock
  const { rpc } = world.home
  await rpc('hardhat_impersonateAccount', [from])
  await rpc('hardhat_setBalance', [from, toHex(parseEther('1'))])
  for (const { to, data } of actions)
    await rpc('eth_sendTransaction', [{ from, to, data }])
  await rpc('hardhat_stopImpersonatingAccount', [from])
}

/** Funds a list and promises it for thirty days, from now on if not told. */
export async function startCampaign(
  sdk: SdkWorld,
  tree: ClaimsTree,
  options: { weeklyLimit?: bigint; start?: bigint } = {},
): Promise<bigint> {
  const { home, world } = sdk
  const [root] = tree.tree
  expectDefined(root)
  const total = tree.values
    .map(({ value: [, , amount] }) => BigInt(amount))
    .reduce((sum, amount) => sum + amount, 0n)
  const { start = await sdk.now(), weeklyLimit = total } = options
  await asTimelock(sdk, [
    {
      to: home.tokenAllocation,
      data: encodeFunctionData({
        abi: tokenAllocationAbi,
        functionName: 'fund',
        args: [claimsRow, home.merkleClaims, total],
      }),
    },
    {
      to: home.merkleClaims,
      data: encodeFunctionData({
        abi: merkleClaimsAbi,
        functionName: 'createCampaign',
        args: [
          {
            row: claimsRow,
            root,
            total,
            start: Number(start),
            deadline: Number(start + 30n * DAY),
            weeklyLimit,
            tree: 'ipfs://list',
          },
        ],
      }),
    },
  ])
  return world.home.client.readContract({
    address: home.merkleClaims,
    abi: merkleClaimsAbi,
    functionName: 'campaignCount',
  })
}
