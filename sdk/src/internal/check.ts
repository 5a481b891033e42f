import { type Address, isAddress, zeroAddress } from 'viem'
import { getChainId, getCode } from 'viem/actions'
import {
  amountTooSmall,
  invalidAddress,
  noContract,
  wrongChain,
} from '../errors/sdkErrors.ts'
import type { ReadClient } from '../types.ts'

/** @throws OpenmeshError `AmountTooSmall` for zero and less. */
export function checkPositive(name: string, value: bigint): void {
  if (value < 1n) throw amountTooSmall(name, value, 1n)
}

/** @throws OpenmeshError `InvalidAddress` for what is malformed. */
export function checkAddress(name: string, value: Address): void {
  if (!isAddress(value)) throw invalidAddress(name, value)
}

/** @throws OpenmeshError `InvalidAddress` for what is malformed or zero. */
export function checkReceiver(name: string, value: Address): void {
  checkAddress(name, value)
  if (value === zeroAddress) throw invalidAddress(name, value)
}

/**
 * Asks the node and not the client's settings, which are what may be wrong.
 *
 * @throws OpenmeshError `WrongChain` when the client is elsewhere.
 */
export async function checkChain(
  client: ReadClient,
  expected: number | undefined,
): Promise<void> {
  if (expected === undefined) return
  const actual = await getChainId(client)
  if (actual !== expected) throw wrongChain(actual, expected)
}

/**
 * A function without a result seems to succeed where there is no contract.
 *
 * @throws OpenmeshError `NoContract` when nothing is deployed there.
 */
export async function checkCode(
  client: ReadClient,
  address: Address,
): Promise<void> {
  const code = await getCode(client, { address })
  if (code === undefined) throw noContract(address)
}
