import {
  type Address,
  concat,
  decodeAbiParameters,
  encodeAbiParameters,
  getAddress,
  type Hex,
  parseAbiParameters,
  slice,
  toHex,
} from 'viem'

/** bytes4(keccak256('CCIP EVMExtraArgsV2')) */
const extraArgsV2Tag = '0x181dcf10'

const extraArgsV2 = parseAbiParameters('uint256 gasLimit, bool outOfOrder')

/**
 * Decodes an address that CCIP names a remote account by.
 *
 * @param encoded - 32 bytes.
 * @returns The address.
 */
export function decodeAddress(encoded: Hex): Address {
  return getAddress(slice(encoded, 12, 32))
}

/**
 * Encodes a message's options.
 *
 * @param gasLimit - Gas of the receiver's call. Zero for token-only messages;
 * it means none, not a default.
 * @param order - Whether it waits for earlier messages of the same sender.
 * @returns The `extraArgs` of a message.
 */
export function encodeExtraArgs(
  gasLimit: bigint,
  order: 'unordered' | 'ordered' = 'unordered',
): Hex {
  const args = [gasLimit, order === 'unordered'] as const
  return concat([extraArgsV2Tag, encodeAbiParameters(extraArgsV2, args)])
}

/**
 * Reads the receiver's gas out of a message's options.
 *
 * @param extraArgs - What the OnRamp recorded, always in this form.
 * @returns The gas limit.
 */
export function decodeGasLimit(extraArgs: Hex): bigint {
  const tag = slice(extraArgs, 0, 4)
  if (tag !== extraArgsV2Tag) throw new Error(`Unknown extraArgs tag ${tag}`)
  return decodeAbiParameters(extraArgsV2, slice(extraArgs, 4))[0]
}

/**
 * Names a chain as CCIP's risk management does when it stops one.
 *
 * @param selector - The chain.
 * @returns 16 bytes.
 */
export function curseSubject(selector: bigint): Hex {
  return toHex(selector, { size: 16 })
}
