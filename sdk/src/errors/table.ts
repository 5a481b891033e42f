import type { Abi } from 'viem'
import * as bindings from '../../../typechain-types/index.ts'
import { ccipErrorsAbi } from '../abis/ccip.ts'

const abis: readonly Abi[] = [...Object.values(bindings), ccipErrorsAbi]

type AbiError = Extract<Abi[number], { type: 'error' }>

/** Every custom error of the protocol and of CCIP, once: a call may revert in a contract behind the one called. */
export const errorTable: readonly AbiError[] = [
  ...new Map(
    abis
      .flat()
      .filter((item): item is AbiError => item.type === 'error')
      .map((item) => [signature(item), item]),
  ).values(),
]

function signature(item: AbiError): string {
  return `${item.name}(${item.inputs.map((input) => input.type).join()})`
}
