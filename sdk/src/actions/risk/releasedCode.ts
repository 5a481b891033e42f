import { type Hex, hexToBytes } from 'viem'

/** Enough to find where the deployed part begins, behind the constructor. */
const ANCHOR_DIGITS = 64
/** Length of the place an immutable is written into. */
const WORD_BYTES = 32

/**
 * Whether code on a chain is what given code deploys, whatever its constructor
 * wrote into it: every byte is the same, but for immutables, for which the
 * compiler leaves words of zeros.
 *
 * @param deployed Code on the chain.
 * @param creation Code that deploys, as the compiler made it.
 * @returns Whether they agree.
 */
export function isReleasedCode(
  deployed: Hex | undefined,
  creation: Hex,
): boolean {
  if (deployed === undefined) return false
  const start = creation.indexOf(deployed.slice(2, 2 + ANCHOR_DIGITS))
  if (start < 0) return false
  const found = hexToBytes(deployed)
  const released = hexToBytes(`0x${creation.slice(start)}`)
  if (found.length > released.length) return false
  for (let i = 0; i < found.length; ++i) {
    if (found[i] === released[i]) continue
    const end = endOfZeros(released, i)
    if (end - startOfZeros(released, i) < WORD_BYTES) return false
    i = end - 1
  }
  return true
}

function startOfZeros(bytes: Uint8Array, from: number): number {
  let i = from
  while (i >= 0 && bytes[i] === 0) --i
  return i + 1
}

function endOfZeros(bytes: Uint8Array, from: number): number {
  let i = from
  while (bytes[i] === 0) ++i
  return i
}
