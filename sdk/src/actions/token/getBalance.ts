import type { Address } from 'viem'
import { openTokenAbi } from '../../../../typechain-types/index.ts'
import { openTokenOf } from '../../contracts.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, Contracts, ReadClient } from '../../types.ts'

/**
 * Gets the OPEN an account holds; what it staked or is vesting is elsewhere.
 *
 * On a client extended with `openmeshActions` it takes the place of viem's
 * `getBalance`, which stays importable from `viem/actions`.
 *
 * @param client Client to read with.
 * @param parameters Whose balance.
 * @returns OPEN in wei.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const balance = await getBalance(client, { contracts, account })
 */
export async function getBalance(
  client: ReadClient,
  parameters: getBalance.Parameters,
): Promise<getBalance.ReturnType> {
  await checkChain(client, parameters.chainId)
  return read(client, getBalance.call(parameters))
}

export namespace getBalance {
  export interface Parameters extends ActionParameters<Contracts> {
    /** Holder. */
    account: Address
  }
  export type ReturnType = bigint
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call({ contracts, account }: Parameters) {
    checkAddress('account', account)
    return {
      address: openTokenOf(contracts),
      abi: openTokenAbi,
      functionName: 'balanceOf',
      args: [account],
    } as const
  }
}
