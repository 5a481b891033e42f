import { xnodeSaleAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type Asset, assetAddress } from '../../internal/asset.ts'
import { checkChain, checkPositive } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets what units of a series cost now, by the price feed of the asset.
 *
 * The price moves with the feed: pass `buyXnode` a `maxPayment` somewhat above.
 *
 * @param client Client to read with.
 * @param parameters Series, quantity and asset.
 * @returns The price in the asset's smallest unit: wei for ETH, 1e-6 for USDC.
 * @throws OpenmeshError `XnodeSale_AssetNotAccepted`,
 * `XnodeOne_UnknownSeries`, `PriceOracle_StaleAnswer` and the oracle's other
 * refusals, `AmountTooSmall`, `NoContract`, `WrongChain`.
 *
 * @example
 * const wei = await quoteXnode(client, { contracts, series: 1 })
 * const usdc = await quoteXnode(client, { contracts, series: 1, asset: usdcAddress })
 */
export async function quoteXnode(
  client: ReadClient,
  parameters: quoteXnode.Parameters,
): Promise<quoteXnode.ReturnType> {
  const call = quoteXnode.call(parameters)
  await checkChain(client, parameters.chainId)
  return read(client, call)
}

export namespace quoteXnode {
  export interface Parameters extends ActionParameters {
    /** Number of the series, from 1. */
    series: number
    /** How many units; one when left out. */
    quantity?: bigint | undefined
    /** What to pay in; ETH when left out. */
    asset?: Asset | undefined
  }
  export type ReturnType = bigint
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call(parameters: Parameters) {
    const { asset = 'ETH', contracts, quantity = 1n, series } = parameters
    checkPositive('quantity', quantity)
    return {
      address: contracts.xnodeSale,
      abi: xnodeSaleAbi,
      functionName: 'quoteBuy',
      args: [series, quantity, assetAddress(asset)],
    } as const
  }
}
