import { type Address, zeroAddress } from 'viem'

/** What an Xnode is paid in: ether, or an accepted ERC-20 token by address. */
export type Asset = 'ETH' | Address

/** How the contracts name an asset. */
export function assetAddress(asset: Asset): Address {
  return asset === 'ETH' ? zeroAddress : asset
}
