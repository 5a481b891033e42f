import { getBlock } from 'viem/actions'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type Series, seriesCalls, toSeries } from './series.ts'

/**
 * Gets a series: its prices, what is left of it and whether it can be bought.
 *
 * @param client Client to read with.
 * @param parameters Which series.
 * @returns The series.
 * @throws OpenmeshError `XnodeOne_UnknownSeries`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { status, cap, minted } = await getSeries(client, {
 *   contracts,
 *   series: 1,
 * })
 */
export async function getSeries(
  client: ReadClient,
  { chainId, contracts, series }: getSeries.Parameters,
): Promise<getSeries.ReturnType> {
  await checkChain(client, chainId)
  const [[found, saleEnd, pausedUntil], { timestamp }] = await Promise.all([
    readAll(client, seriesCalls(contracts, series)),
    getBlock(client),
  ])
  return toSeries(series, timestamp, found, saleEnd, pausedUntil)
}

export namespace getSeries {
  export interface Parameters extends ActionParameters {
    /** Number of the series, from 1. */
    series: number
  }
  export type ReturnType = Series
  export type ErrorType = ActionErrorType
}
