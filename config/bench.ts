/**
 * Whom the benchmark compares with. Versions are those of `package.json`; a
 * benchmark with another one installed refuses to run, so that figures stay
 * comparable.
 */
export const peers = {
  /** What most tokens, collections and DAOs are built from: the yardstick. */
  openzeppelin: {
    name: 'OpenZeppelin',
    package: '@openzeppelin/contracts',
    version: '5.7.0',
  },
  /** Hand-written assembly: about the least gas that is published anywhere. */
  solady: { name: 'Solady', package: 'solady', version: '0.1.26' },
  /** The reference for minting many units at once. */
  erc721a: { name: 'ERC721A', package: 'erc721a', version: '4.3.0' },
  /** The one staking contract on npm that many projects deploy as it is. */
  thirdweb: {
    name: 'thirdweb',
    package: '@thirdweb-dev/contracts',
    version: '3.15.0',
  },
} as const

export type PeerName = keyof typeof peers

/** When the local chains of a benchmark begin; fixed, so that calldata is too. */
export const genesis = new Date('2027-01-01T00:00:00Z')

/** Seconds between the steps of a row: every write is the first of its block. */
export const pause = 3_600n

/** Until when signatures are valid: 2033, four bytes as in practice. */
export const deadline = 2_000_000_000n
