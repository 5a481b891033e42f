import type { Address } from 'viem'
import { openTokenAbi } from '../../../../typechain-types/index.ts'
import { openTokenOf } from '../../contracts.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, Contracts, ReadClient } from '../../types.ts'
import { somebody } from './lens.ts'

/**
 * Gets who votes with an account's OPEN.
 *
 * @param client Client to read with.
 * @param parameters Whose OPEN.
 * @returns The delegatee; undefined while nobody votes with it.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const delegatee = await getDelegate(client, { contracts, account })
 */
export async function getDelegate(
  client: ReadClient,
  { account, chainId, contracts }: getDelegate.Parameters,
): Promise<getDelegate.ReturnType> {
  checkAddress('account', account)
  await checkChain(client, chainId)
  const delegatee = await read(client, {
    address: openTokenOf(contracts),
    abi: openTokenAbi,
    functionName: 'delegates',
    args: [account],
  })
  return somebody(delegatee)
}

export namespace getDelegate {
  export interface Parameters extends ActionParameters<Contracts> {
    /** Whose OPEN. */
    account: Address
  }
  export type ReturnType = Address | undefined
  export type ErrorType = ActionErrorType
}
