import {
  type Address,
  concatHex,
  encodeAbiParameters,
  type Hex,
  keccak256,
} from 'viem'

/** What an account may claim of a campaign, with its proof. */
export interface ClaimLeaf {
  /** Place in the campaign's list. */
  index: bigint
  account: Address
  /** Wei of OPEN. */
  amount: bigint
  /** How it vests, as `decodeVestingSchedule` reads it; 0 pays at once. */
  schedule: bigint
  proof: readonly Hex[]
}

/** The file that `npm run claims` writes and a campaign publishes. */
export interface ClaimsTree {
  format: 'standard-v1'
  leafEncoding: readonly string[]
  /** Nodes from the root on; the children of node n are 2n + 1 and 2n + 2. */
  tree: readonly Hex[]
  values: readonly {
    /** Index, account, amount, schedule. */
    value: readonly [string, Address, string, string]
    /** Place among the nodes. */
    treeIndex: number
  }[]
}

export const leafEncoding = [
  'uint256',
  'address',
  'uint256',
  'uint256',
] as const

const leafParameters = leafEncoding.map((type) => ({ type }) as const)

/** Root of the tree in which this leaf has this proof. */
export function rootOf({ proof, ...leaf }: ClaimLeaf): Hex {
  return proof.reduce(hashPair, hashLeaf(leaf))
}

/** The leaf as the contract's functions take it. */
export function toArgument({ account, amount, index, schedule }: ClaimLeaf) {
  return { index, account, amount, schedule }
}

/** Hashed twice, so that no inner node can pass for a leaf. */
function hashLeaf(leaf: Omit<ClaimLeaf, 'proof'>): Hex {
  const { account, amount, index, schedule } = leaf
  const values = [index, account, amount, schedule]
  return keccak256(keccak256(encodeAbiParameters(leafParameters, values)))
}

function hashPair(one: Hex, other: Hex): Hex {
  const inOrder = BigInt(one) < BigInt(other)
  return keccak256(concatHex(inOrder ? [one, other] : [other, one]))
}
