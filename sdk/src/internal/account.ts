import type { Address } from 'viem'
import { accountMissing } from '../errors/sdkErrors.ts'
import type { WalletClient } from '../types.ts'

/**
 * @throws OpenmeshError `AccountMissing`: without types, the client may be one
 * that only reads.
 */
export function accountOf({ account }: WalletClient): Address {
  if (account === undefined) throw accountMissing()
  return account.address
}
