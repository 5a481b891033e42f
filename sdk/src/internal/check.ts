import { type Address, type Hex, isAddress, zeroAddress } from 'viem'
import { getChainId, getCode } from 'viem/actions'
import {
  amountTooSmall,
  invalidAddress,
  invalidValue,
  noContract,
  receiverMissing,
  wrongChain,
} from '../errors/sdkErrors.ts'
import type { ReadClient } from '../types.ts'

/**
 * @throws OpenmeshError `InvalidArguments` for what is no bigint, and
 * `AmountTooSmall` for zero and less.
 */
export function checkPositive(name: string, value: bigint): void {
  if (typeof value !== 'bigint')
    throw invalidValue(
      name,
      value,
      'amounts and times are of type bigint',
      'Pass a bigint, such as 5n.',
    )
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

/** How the code of an account begins that a key controls all the same (EIP-7702). */
const delegationPrefix = '0xef0100'

/**
 * The address of a key is the same account's on every chain, that of a contract
 * wallet need not be.
 *
 * @throws OpenmeshError `ReceiverMissing` when the account is a contract.
 */
export async function checkKeyAccount(
  client: ReadClient,
  account: Address,
): Promise<void> {
  const code = await getCode(client, { address: account })
  if (!isKey(code)) throw receiverMissing(account)
}

/** Whether an account of this code has a key that acts for it. */
export function isKey(code: Hex | undefined): boolean {
  return code === undefined || code.startsWith(delegationPrefix)
}
