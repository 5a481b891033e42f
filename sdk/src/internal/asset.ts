import { type Address, zeroAddress } from 'viem'

/**
 * What is paid in: ether, or an accepted ERC-20 token by address. The zero
 * address, by which the contracts mean ether, is taken for it and never
 * returned.
 */
export type Asset = 'ETH' | Address

/** So much of an asset. */
export interface AssetAmount {
  asset: Asset
  /** In the asset's smallest unit. */
  amount: bigint
}

/** How the contracts name an asset. */
export function assetAddress(asset: Asset): Address {
  return asset === 'ETH' ? zeroAddress : asset
}

/** The wei to send along with a payment of `amount`. */
export function etherOf(asset: Asset, amount: bigint): bigint | undefined {
  return assetOf(asset) === 'ETH' ? amount : undefined
}

/** How the SDK names an asset, also where it was named as the contracts do. */
export function assetOf(asset: Asset): Asset {
  return asset === zeroAddress ? 'ETH' : asset
}
