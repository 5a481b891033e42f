import { getBlock } from 'viem/actions'
import { xnodeOneAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type Series, seriesCalls, toSeries } from './series.ts'

/**
 * Lists all series, as `getSeries` gives them.
 *
 * @param client Client to read with.
 * @param parameters Where the contracts lie.
 * @returns The series, by number.
 * @throws OpenmeshError `NoContract`, `WrongChain`.
 *
 * @example
 * const onSale = (await listSeries(client, { contracts })).filter(
 *   ({ status }) => status === 'open',
 * )
 */
export async function listSeries(
  client: ReadClient,
  { chainId, contracts }: listSeries.Parameters,
): Promise<listSeries.ReturnType> {
  await checkChain(client, chainId)
  const count = await read(client, {
    address: contracts.xnodeOne,
    abi: xnodeOneAbi,
    functionName: 'seriesCount',
  })
  const numbers = Array.from({ length: count }, (_, place) => place + 1)
  const { timestamp } = await getBlock(client)
  return Promise.all(
    numbers.map(async (series) => {
      const found = await readAll(client, seriesCalls(contracts, series))
      return toSeries(series, timestamp, ...found)
    }),
  )
}

export namespace listSeries {
  export interface Parameters extends ActionParameters {}
  export type ReturnType = Series[]
  export type ErrorType = ActionErrorType
}
