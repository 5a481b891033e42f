import { type Address, encodeAbiParameters, type Hex } from 'viem'

/**
 * Encodes an address as CCIP names remote accounts: 32 bytes; packed ones are
 * the classic error.
 *
 * @param address An EVM address.
 * @returns Its ABI encoding.
 */
export function encodeAddress(address: Address): Hex {
  return encodeAbiParameters([{ type: 'address' }], [address])
}
