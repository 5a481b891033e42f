import type { Address, Hex } from 'viem'
import { getContractEvents } from 'viem/actions'
import { ccipOffRampAbi, ccipRouterAbi } from '../../abis/ccip.ts'
import { contractError, decodeRevert } from '../../errors/decode.ts'
import {
  type ActionErrorType,
  OpenmeshError,
} from '../../errors/OpenmeshError.ts'
import { unsupportedSourceChain } from '../../errors/sdkErrors.ts'
import { checkChain } from '../../internal/check.ts'
import { nameOf } from '../../internal/name.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, Contracts, ReadClient } from '../../types.ts'

/** In the order of CCIP's numbers. */
const messageStates = ['untouched', 'inProgress', 'success', 'failure'] as const

/**
 * What became of a message: `untouched` is still under way, `failure` can be
 * executed by anybody once its cause is removed.
 */
export type MessageState = (typeof messageStates)[number]

/**
 * Gets what became of a CCIP message on the chain it was sent to.
 *
 * @param client Client on the chain the message goes to.
 * @param parameters The message, and the contracts of that chain.
 * @returns The state, and why it failed if it did.
 * @throws OpenmeshError `UnsupportedSourceChain` when nothing can come from
 * that chain, `NoContract`, `WrongChain`.
 *
 * @example
 * const { state } = await getMessageState(destination, {
 *   contracts: destinationContracts,
 *   sourceChainSelector,
 *   messageId,
 *   sequenceNumber,
 * })
 */
export async function getMessageState(
  client: ReadClient,
  parameters: getMessageState.Parameters,
): Promise<getMessageState.ReturnType> {
  const { chainId, contracts, sourceChainSelector } = parameters
  await checkChain(client, chainId)
  const all = await read(client, {
    address: contracts.ccipRouter,
    abi: ccipRouterAbi,
    functionName: 'getOffRamps',
  })
  const offRamps = all
    .filter((ramp) => ramp.sourceChainSelector === sourceChainSelector)
    .map(({ offRamp }) => offRamp)
  if (offRamps.length === 0) throw unsupportedSourceChain(sourceChainSelector)
  const found = await Promise.all(
    offRamps.map((offRamp) => stateAt(client, offRamp, parameters)),
  )
  return found.find(({ state }) => state !== 'untouched') ?? untouched
}

const untouched = { state: 'untouched', failure: undefined } as const

/** During an upgrade there are two OffRamps, and each counts from 1: the id decides. */
async function stateAt(
  client: ReadClient,
  offRamp: Address,
  parameters: getMessageState.Parameters,
): Promise<getMessageState.ReturnType> {
  const { fromBlock = 0n, messageId } = parameters
  const { sequenceNumber, sourceChainSelector } = parameters
  const number = await read(client, {
    address: offRamp,
    abi: ccipOffRampAbi,
    functionName: 'getExecutionState',
    args: [sourceChainSelector, sequenceNumber],
  })
  const state = nameOf(messageStates, number)
  if (state === 'untouched') return untouched
  const events = await getContractEvents(client, {
    address: offRamp,
    abi: ccipOffRampAbi,
    eventName: 'ExecutionStateChanged',
    args: { sourceChainSelector, sequenceNumber, messageId },
    fromBlock,
    strict: true,
  })
  const last = events.at(-1)
  if (last === undefined) return untouched
  const { returnData } = last.args
  const failure = state === 'failure' ? toFailure(returnData) : undefined
  return { state, failure }
}

function toFailure(returnData: Hex): OpenmeshError {
  const decoded = decodeRevert(returnData)
  if (decoded !== undefined) return contractError(decoded)
  return new OpenmeshError({
    errorName: 'Reverted',
    args: [returnData],
    shortMessage:
      'The delivery failed without a reason; as a rule it ran out of gas.',
    remedy: 'Execute the message manually with more gas.',
  })
}

export namespace getMessageState {
  export interface Parameters extends ActionParameters<Contracts> {
    /** CCIP's number of the chain the message comes from. */
    sourceChainSelector: bigint
    /** As `bridgeOpen` returned it. */
    messageId: Hex
    /** As `bridgeOpen` returned it. */
    sequenceNumber: bigint
    /**
     * Block to search from, one before the message was sent; the first when
     * left out, which public nodes may refuse.
     */
    fromBlock?: bigint | undefined
  }
  export interface ReturnType {
    state: MessageState
    /** Why it failed, down to the contract that refused. */
    failure: OpenmeshError | undefined
  }
  export type ErrorType = ActionErrorType
}
