import { type Address, isAddressEqual, zeroAddress } from 'viem'
import type { TimelockCall } from '../../rocketh/timelock.ts'
import { lockLedgerAbi, openLockPoolAbi } from '../../typechain-types/index.ts'
import type { Difference } from './difference.ts'
import type { BridgeEnd } from './network.ts'
import type { EndState } from './read.ts'

/**
 * Who writes what is locked at home. Another pool is nominated first, appointed
 * 15 days later in one batch with the registry and the old pool's OPEN, and
 * writes alone once the old one is dismissed.
 */
export function ledgerDifferences(
  { chain }: BridgeEnd,
  { ledger: state }: EndState,
): Difference[] {
  const { ledger, pool, retiring = [] } = chain
  if (ledger === undefined || state === undefined) return []
  const about = { chain: chain.config.name, calls: [] }
  const call = (
    functionName: 'nominate' | 'appoint' | 'dismissPredecessor',
    ...args: readonly Address[]
  ): TimelockCall => ({ to: ledger, abi: lockLedgerAbi, functionName, args })
  const migrate = (from: Address): Difference => ({
    ...about,
    rule: 'stranded-open',
    declared: `all locked OPEN in ${pool}`,
    found: `${state.stranded} wei in ${from}`,
    calls: [
      { to: from, abi: openLockPoolAbi, functionName: 'migrate', args: [] },
    ],
  })
  if (isAddressEqual(state.pool, pool)) {
    const { predecessor, stranded } = state
    if (isAddressEqual(predecessor, zeroAddress)) return []
    const found = stranded > 0n ? [migrate(predecessor)] : []
    // Messages under way do not need it: they arrive through the registry's.
    if (!retiring.some((known) => isAddressEqual(known, predecessor)))
      found.push({
        ...about,
        rule: 'ledger-predecessor',
        declared: `${pool} alone`,
        found: `${predecessor} too`,
        calls: [call('dismissPredecessor')],
      })
    return found
  }
  if (!isAddressEqual(state.nominee, pool))
    return [
      {
        ...about,
        rule: 'ledger-nominee',
        declared: pool,
        found: state.nominee,
        calls: [call('nominate', pool)],
      },
      {
        ...about,
        rule: 'ledger-pool',
        declared: pool,
        found: state.pool,
        remedy: 'it can be appointed 15 days after its nomination',
      },
    ]
  if (state.now < state.nomineeFrom)
    return [
      {
        ...about,
        rule: 'ledger-pool',
        declared: pool,
        found: state.pool,
        remedy: `it can be appointed at ${state.nomineeFrom}: run this again then`,
      },
    ]
  return [
    {
      ...about,
      rule: 'ledger-pool',
      declared: pool,
      found: state.pool,
      calls: [call('appoint')],
    },
    ...(state.stranded > 0n ? [migrate(state.pool)] : []),
  ]
}
