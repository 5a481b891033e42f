/**
 * The public allocation table, one budget per row, enforced by
 * `TokenAllocation`.
 *
 * Source: Openmesh Expansion Program page (oep.openmesh.network), table "Token
 * distribution"; its four group totals are 36, 32, 20 and 12 %. The order of
 * the rows is their `RowId` on chain.
 */

/** One OPEN in wei. */
export const OPEN = 10n ** 18n

/** Genesis supply in wei: 1,000,000,000 OPEN (source: OPEN.sol, maxSupply). */
export const GENESIS_SUPPLY = 1_000_000_000n * OPEN

/** The four groups of the public table, with their share in basis points. */
export const ALLOCATION_GROUPS = {
  network: { name: 'Core, network, security & node operators', bps: 3600 },
  research: { name: 'R&D', bps: 3200 },
  ecosystem: { name: 'Ecosystem', bps: 2000 },
  reserves: { name: 'Fundraising & reserves', bps: 1200 },
} as const

/** Key of a group of the public table. */
export type AllocationGroup = keyof typeof ALLOCATION_GROUPS

/** A row of the public table. */
export type AllocationRow = {
  /** Position in the table: the `RowId` on chain. */
  readonly id: number
  /** Short name, at most 31 ASCII characters: the row's key on chain. */
  readonly key: string
  /** Group of the public table. */
  readonly group: AllocationGroup
  /** Name in the public table. */
  readonly name: string
  /** Share of the supply in basis points. */
  readonly bps: number
  /** Most that may ever leave from the row, in wei. */
  readonly cap: bigint
}

const TABLE = [
  [
    'infrastructure',
    'network',
    'Technical infrastructure & server maintenance',
    200,
  ],
  ['node-rewards', 'network', 'Node operator rewards', 2000],
  [
    'early-validator-rewards',
    'network',
    'Early node validators program rewards',
    800,
  ],
  [
    'early-validator-bonus',
    'network',
    'Early node validators program bonus',
    200,
  ],
  ['resource-providers', 'network', 'Verified resource providers', 200],
  [
    'data-providers',
    'network',
    'Data providers, indexers, data validators',
    100,
  ],
  ['staking-rewards', 'network', 'Staking rewards', 100],
  ['team', 'research', 'Current & future team, advisors & supporters', 2000],
  [
    'verified-contributors',
    'research',
    'Verified contributors incentive (OpenR&D)',
    800,
  ],
  ['team-achievements', 'research', 'Team achievements rewards fund', 100],
  ['support-fund', 'research', 'Support fund', 50],
  ['grants', 'research', 'Grants', 100],
  ['circle-education', 'research', 'Circle education', 50],
  ['bug-bounties', 'research', 'Bug bounties', 100],
  ['cloud-initiative', 'ecosystem', 'Decentralized Cloud Initiative', 500],
  ['content', 'ecosystem', 'Content & community development', 100],
  ['circle-reserve', 'ecosystem', 'Circle reserve', 200],
  ['partnerships', 'ecosystem', 'Partnerships', 200],
  ['user-acquisition', 'ecosystem', 'User acquisition & incentives', 200],
  ['marketing', 'ecosystem', 'Other community & marketing', 800],
  ['fundraising', 'reserves', 'Fundraising activities & future growth', 500],
  ['reserve', 'reserves', 'Reserve', 300],
  ['liquidity', 'reserves', 'Liquidity', 200],
  ['governance', 'reserves', 'Governance & administration', 100],
  ['operations', 'reserves', 'Operational costs', 100],
] as const

/** Key of a row of the public table. */
export type AllocationKey = (typeof TABLE)[number][0]

/** The 25 rows of the public table, in the order of their `RowId`. */
export const ALLOCATION: readonly AllocationRow[] = TABLE.map(
  ([key, group, name, bps], id) => ({
    id,
    key,
    group,
    name,
    bps,
    cap: (GENESIS_SUPPLY * BigInt(bps)) / 10_000n,
  }),
)

/**
 * The row with this key.
 *
 * @param key Key of the row.
 * @returns The row.
 * @throws When the table has no such key.
 */
export function allocationRow(key: AllocationKey): AllocationRow {
  const row = ALLOCATION.find((candidate) => candidate.key === key)
  if (!row) throw new Error(`No allocation row '${key}': use one of the table.`)
  return row
}
