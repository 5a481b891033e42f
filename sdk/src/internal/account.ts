import type { Account, Address } from 'viem'
import { parseAccount } from 'viem/accounts'
import { accountMissing } from '../errors/sdkErrors.ts'
import type { ReadClient, WalletClient } from '../types.ts'

/**
 * @throws OpenmeshError `AccountMissing`: without types, the client may be one
 * that only reads.
 */
export function accountOf({ account }: WalletClient): Address {
  if (account === undefined) throw accountMissing()
  return account.address
}

/**
 * Who signs: the account given, else the client's.
 *
 * @throws OpenmeshError `AccountMissing` when there is neither.
 */
export function signerOf(
  { account }: ReadClient,
  signer: Account | Address | undefined = account,
): Account {
  if (signer === undefined) throw accountMissing()
  return parseAccount(signer)
}
