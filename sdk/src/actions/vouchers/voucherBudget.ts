import type { Address } from 'viem'
import { xnodeVouchersAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets what a signer can still give away of a series by vouchers.
 *
 * @param client Client to read with.
 * @param parameters Which signer and series.
 * @returns The units left, and until when.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const budget = await voucherBudget(client, {
 *   contracts,
 *   signer: key.address,
 *   series: 1,
 * })
 */
export async function voucherBudget(
  client: ReadClient,
  { chainId, contracts, series, signer }: voucherBudget.Parameters,
): Promise<voucherBudget.ReturnType> {
  checkAddress('signer', signer)
  await checkChain(client, chainId)
  const about = {
    address: contracts.xnodeVouchers,
    abi: xnodeVouchersAbi,
    args: [signer, series],
  } as const
  const [{ units }, until] = await readAll(client, [
    { ...about, functionName: 'budgetOf' },
    { ...about, functionName: 'budgetEndOf' },
  ])
  return { units: BigInt(units), until: until === 0n ? undefined : until }
}

export namespace voucherBudget {
  export interface Parameters extends ActionParameters {
    /** Whose budget. */
    signer: Address
    /** Number of the series, from 1. */
    series: number
  }
  export interface ReturnType {
    /** Units left; they can be given away until `until` only. */
    units: bigint
    /** Timestamp of its end, pauses included; undefined if none was set. */
    until: bigint | undefined
  }
  export type ErrorType = ActionErrorType
}
