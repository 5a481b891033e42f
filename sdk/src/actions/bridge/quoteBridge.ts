import type { Address } from 'viem'
import { ccipRouterAbi } from '../../abis/ccip.ts'
import { openTokenOf } from '../../contracts.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import {
  checkChain,
  checkPositive,
  checkReceiver,
} from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, Contracts, ReadClient } from '../../types.ts'
import { tokenMessage } from './message.ts'

/**
 * Gets what CCIP asks for carrying OPEN to another chain.
 *
 * @param client Client on the chain to send from.
 * @param parameters Where to, how much and to whom.
 * @returns The fee in wei of native currency.
 * @throws OpenmeshError `UnsupportedDestinationChain` for an unknown lane,
 * `TokenNotSupported`, `StaleGasPrice`, `AmountTooSmall`, `InvalidAddress`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const fee = await quoteBridge(client, {
 *   contracts,
 *   destinationChainSelector,
 *   receiver,
 *   amount: parseEther('100'),
 * })
 */
export async function quoteBridge(
  client: ReadClient,
  parameters: quoteBridge.Parameters,
): Promise<quoteBridge.ReturnType> {
  const call = quoteBridge.call(parameters)
  await checkChain(client, parameters.chainId)
  return read(client, call)
}

export namespace quoteBridge {
  export interface Parameters extends ActionParameters<Contracts> {
    /** CCIP's number of the chain to send to. */
    destinationChainSelector: bigint
    /** Wei of OPEN. */
    amount: bigint
    /** Who gets it there. */
    receiver: Address
  }
  export type ReturnType = bigint
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call(parameters: Parameters) {
    const { amount, contracts, receiver } = parameters
    checkPositive('amount', amount)
    checkReceiver('receiver', receiver)
    return {
      address: contracts.ccipRouter,
      abi: ccipRouterAbi,
      functionName: 'getFee',
      args: [
        parameters.destinationChainSelector,
        tokenMessage(openTokenOf(contracts), amount, receiver),
      ],
    } as const
  }
}
