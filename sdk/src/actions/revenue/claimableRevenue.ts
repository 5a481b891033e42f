import type { Address } from 'viem'
import { xnodeRevenueAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import {
  type AssetAmount,
  assetAddress,
  assetOf,
} from '../../internal/asset.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets what `claimRevenue` would pay an owner now, by asset.
 *
 * @param client Client to read with.
 * @param parameters Whose revenue, and which units to count.
 * @returns An amount for every asset, also for those of which there is none.
 * @throws OpenmeshError `XnodeRevenue_NotOwner`, `ERC721NonexistentToken`,
 * `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const revenue = await claimableRevenue(client, {
 *   contracts,
 *   owner: account,
 *   units: [unit],
 * })
 * const due = revenue.filter(({ amount }) => amount > 0n)
 */
export async function claimableRevenue(
  client: ReadClient,
  parameters: claimableRevenue.Parameters,
): Promise<claimableRevenue.ReturnType> {
  const { chainId, contracts, owner, units = [] } = parameters
  checkAddress('owner', owner)
  await checkChain(client, chainId)
  const revenue = {
    address: contracts.xnodeRevenue,
    abi: xnodeRevenueAbi,
  } as const
  const addresses = await read(client, { ...revenue, functionName: 'assets' })
  const assets = addresses.map(assetOf)
  const distinct = [...new Set(units)]
  const amounts = await readAll(
    client,
    assets.map(
      (asset) =>
        ({
          ...revenue,
          functionName: 'claimable',
          args: [owner, distinct, assetAddress(asset)],
        }) as const,
    ),
  )
  return assets.map((asset, place) => ({ asset, amount: amounts[place] ?? 0n }))
}

export namespace claimableRevenue {
  export interface Parameters extends ActionParameters {
    /** Whose revenue. */
    owner: Address
    /**
     * Units of the owner whose revenue is not credited yet, as `tokensOf`
     * finds them; none when left out.
     */
    units?: readonly bigint[] | undefined
  }
  export type ReturnType = AssetAmount[]
  export type ErrorType = ActionErrorType
}
