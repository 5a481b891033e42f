import {
  type Address,
  type Hex,
  hexToBigInt,
  size,
  slice,
  toFunctionSelector,
  zeroAddress,
} from 'viem'
import { standardActionsAbi } from '../../../../typechain-types/index.ts'
import { nameOf } from '../../internal/name.ts'
import { read } from '../../internal/read.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ReadClient } from '../../types.ts'
import { type ProposalClass, proposalClasses, toLists } from './proposal.ts'

/** Whether an action can be part of a standard proposal, and if not, why. */
export type Standing =
  | 'listed'
  | 'notListed'
  | 'neverStandard'
  | 'etherWithCall'
  | 'overCap'

/** What the standard list says of an action. */
export interface Listing {
  standing: Standing
  /** Wei or token units that it pays by a listed way; undefined for the rest. */
  amount: bigint | undefined
  /** Most that a standard proposal may pay so; undefined for the rest. */
  cap: bigint | undefined
  /** What standard proposals could pay so now; undefined for the rest. */
  available: bigint | undefined
}

/** An action with all its parts. */
export interface FullAction {
  to: Address
  data: Hex
  value: bigint
}

interface Entry {
  target: Address
  selector: Hex
  amount: bigint | undefined
  /** Whether no entry could allow it, whatever it says. */
  isOdd: boolean
}

const transfer = toFunctionSelector('transfer(address,uint256)')
const NO_SELECTOR = '0x00000000'
/** `transfer(address,uint256)` and nothing behind it. */
const TRANSFER_BYTES = 68

/** Asks the standard list about actions, in a few calls of the node. */
export async function consultList(
  client: ReadClient,
  address: Address,
  actions: readonly FullAction[],
): Promise<{ class: ProposalClass; listings: Listing[] }> {
  const list = { address, abi: standardActionsAbi } as const
  const entries = actions.map(toEntry)
  const keys = entries.map(
    ({ selector, target }) => [target, selector] as const,
  )
  const [number, caps, never, available] = await Promise.all([
    read(client, {
      ...list,
      functionName: 'classify',
      args: toLists(actions),
    }),
    readAll(
      client,
      keys.map(
        (args) => ({ ...list, functionName: 'standardCap', args }) as const,
      ),
    ),
    readAll(
      client,
      keys.map(
        (args) => ({ ...list, functionName: 'isNeverStandard', args }) as const,
      ),
    ),
    readAll(
      client,
      keys.map(
        ([target]) =>
          ({ ...list, functionName: 'available', args: [target] }) as const,
      ),
    ),
  ])
  const paid = new Map<Address, bigint>()
  const listings = entries.map((entry, index): Listing => {
    const cap = caps[index] ?? 0n
    const { amount, isOdd, target } = entry
    const value = actions[index]?.value ?? 0n
    const about =
      amount === undefined || cap === 0n
        ? { amount: undefined, cap: undefined, available: undefined }
        : { amount, cap, available: available[index] }
    if (never[index]) return { ...about, standing: 'neverStandard' }
    if (value > 0n && target !== zeroAddress)
      return { ...about, standing: 'etherWithCall' }
    if (cap === 0n || isOdd) return { ...about, standing: 'notListed' }
    if (amount === undefined) return { ...about, standing: 'listed' }
    const sum = (paid.get(target) ?? 0n) + amount
    paid.set(target, sum)
    return { ...about, standing: sum > cap ? 'overCap' : 'listed' }
  })
  return { class: nameOf(proposalClasses, number), listings }
}

function toEntry({ data, to, value }: FullAction): Entry {
  if (data === '0x')
    return {
      target: zeroAddress,
      selector: NO_SELECTOR,
      amount: value,
      isOdd: false,
    }
  if (size(data) < 4)
    return { target: to, selector: NO_SELECTOR, amount: undefined, isOdd: true }
  const selector = slice(data, 0, 4)
  if (selector !== transfer)
    return { target: to, selector, amount: undefined, isOdd: false }
  const isOdd = size(data) !== TRANSFER_BYTES
  const amount = isOdd ? undefined : hexToBigInt(slice(data, 36))
  return { target: to, selector, amount, isOdd }
}
