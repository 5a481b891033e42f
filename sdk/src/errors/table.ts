import type { Abi, AbiError } from 'viem'
import * as bindings from '../../../typechain-types/index.ts'

/** Every custom error of the protocol, once: a call may revert in a contract behind the one called. */
export const errorTable: Abi = [
  ...new Map(
    Object.values(bindings)
      .flatMap((abi): readonly Abi[number][] => abi)
      .filter((item): item is AbiError => item.type === 'error')
      .map((item) => [signature(item), item]),
  ).values(),
]

function signature(item: AbiError): string {
  return `${item.name}(${item.inputs.map((input) => input.type).join()})`
}
