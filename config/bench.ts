/** Another implementation of what we do, as it lies on npm. */
export interface PeerPackage {
  readonly name: string
  /** On npm. */
  readonly package: string
  /** That of `package.json`; the benchmark refuses any other. */
  readonly version: string
  readonly why: string
}

/** Whom the benchmark compares with; fixed, so that figures stay comparable. */
export const peers = {
  openzeppelin: {
    name: 'OpenZeppelin',
    package: '@openzeppelin/contracts',
    version: '5.7.0',
    why: 'what most tokens, collections and DAOs are built from; VestingWallet with VestingWalletCliff locks grants one contract each, and a contract of its MerkleProof and BitMaps that can do nothing else is the least a list can be paid by',
  },
  solady: {
    name: 'Solady',
    package: 'solady',
    version: '0.1.26',
    why: 'hand-written assembly, about the least gas anybody publishes',
  },
  erc721a: {
    name: 'ERC721A',
    package: 'erc721a',
    version: '4.3.0',
    why: 'the reference for minting several units at once',
  },
  thirdweb: {
    name: 'thirdweb',
    package: '@thirdweb-dev/contracts',
    version: '3.15.0',
    why: 'ready contracts that many people deploy as they are: DropERC721 with one open phase, paid in ETH, and Split, whose payees never change; StakeERC20, which keeps no votes, slashes nobody and lets go at once; Airdrop, for claims (AirdropERC20Claimable lies in the folder of its unaudited ones); and Vote, the only other governor on npm that installs ready to use, which keeps every proposal in storage and executes without a timelock. All but StakeERC20, for which there is a base contract, stand behind the minimal proxy they need',
  },
} as const satisfies Readonly<Record<string, PeerPackage>>

export type PeerName = keyof typeof peers

/** When the local chains begin; fixed, so that dates in calldata are too. */
export const genesis = new Date('2027-01-01T00:00:00Z')

/** Seconds between the steps of a row: every write is the first of its time. */
export const pause = 3_600n

/** Until when signatures are valid: 2033, four bytes as in practice. */
export const deadline = 2_000_000_000n
