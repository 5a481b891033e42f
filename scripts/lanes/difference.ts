import type { TimelockCall } from '../../rocketh/timelock.ts'

/** Everything that is compared, in the order in which it is mended. */
export const rules = [
  'declared-margin',
  'delivery-gas',
  'pool-version',
  'pool-token',
  'pool-decimals',
  'pool-rmn',
  'pool-allow-list',
  'token-timelock',
  'ccip-admin',
  'pool-owner',
  'pool-pending-owner',
  'pool-router',
  'limiter',
  'registry-admin',
  'registry-pending-admin',
  'delivery-right',
  'mint-budget',
  'burn-right',
  'other-minter',
  'undeclared-chain',
  'missing-chain',
  'remote-token',
  'remote-pool',
  'address-encoding',
  'paused',
  'outbound-limit',
  'inbound-limit',
  'inbound-margin',
  'asymmetric-limits',
  'ledger-nominee',
  'ledger-pool',
  'registry-pool',
  'stranded-open',
  'retired-pool',
  'ledger-predecessor',
  'road-out',
  'road-in',
  'curse',
  'dest-gas-overhead',
] as const

export type Rule = (typeof rules)[number]

/** One thing that is not as it is declared. */
export interface Difference {
  readonly rule: Rule
  readonly chain: string
  /** The far end, where it is about one lane. */
  readonly remote?: string
  readonly declared: string
  readonly found: string
  /**
   * What the timelock has to call. Empty where another difference's calls mend
   * it too, or no call of ours does.
   */
  readonly calls: readonly TimelockCall[]
  /** What a person has to do, where no call of ours helps. */
  readonly remedy?: string
}

/** One sentence for a person. */
export function describeDifference(difference: Difference): string {
  const { rule, chain, remote, declared, found, remedy } = difference
  const where = remote === undefined ? chain : `${chain} -> ${remote}`
  const todo = remedy === undefined ? '' : `: ${remedy}`
  return `${where} ${rule}: found ${found}, declared ${declared}${todo}`
}
