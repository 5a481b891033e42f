import type { Address } from 'viem'
import { xnodeSaleAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets the ETH that the sale could not return to an account when it paid.
 *
 * @param client Client to read with.
 * @param parameters Whose.
 * @returns Wei that `withdrawCredit` pays.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const credit = await getCredit(client, { contracts, account })
 */
export async function getCredit(
  client: ReadClient,
  parameters: getCredit.Parameters,
): Promise<getCredit.ReturnType> {
  const call = getCredit.call(parameters)
  await checkChain(client, parameters.chainId)
  return read(client, call)
}

export namespace getCredit {
  export interface Parameters extends ActionParameters {
    /** Who paid. */
    account: Address
  }
  export type ReturnType = bigint
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call({ account, contracts }: Parameters) {
    checkAddress('account', account)
    return {
      address: contracts.xnodeSale,
      abi: xnodeSaleAbi,
      functionName: 'creditOf',
      args: [account],
    } as const
  }
}
