import { xnodeSaleAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type Asset, assetAddress } from '../../internal/asset.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets what one more term of a unit costs now, by the price feed of the asset.
 *
 * @param client Client to read with.
 * @param parameters Unit and asset.
 * @returns The price in the asset's smallest unit: wei for ETH, 1e-6 for USDC.
 * @throws OpenmeshError `XnodeSale_AssetNotAccepted`,
 * `ERC721NonexistentToken`, `PriceOracle_StaleAnswer` and the oracle's other
 * refusals, `NoContract`, `WrongChain`.
 *
 * @example
 * const renewalPrice = await quoteRenewal(client, { contracts, unit })
 */
export async function quoteRenewal(
  client: ReadClient,
  parameters: quoteRenewal.Parameters,
): Promise<quoteRenewal.ReturnType> {
  const call = quoteRenewal.call(parameters)
  await checkChain(client, parameters.chainId)
  return read(client, call)
}

export namespace quoteRenewal {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** What to pay in; ETH when left out. */
    asset?: Asset | undefined
  }
  export type ReturnType = bigint
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call({ asset = 'ETH', contracts, unit }: Parameters) {
    return {
      address: contracts.xnodeSale,
      abi: xnodeSaleAbi,
      functionName: 'quoteRenewal',
      args: [unit, assetAddress(asset)],
    } as const
  }
}
