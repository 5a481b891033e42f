import { encodeAbiParameters, type Hex, parseEventLogs, toHex } from 'viem'
import { offRampAbi } from '../ccip/abis.ts'
import { configDigest, maxReceiverGas } from '../ccip/constants.ts'
import {
  type CcipFailure,
  ccipErrorsAbi,
  decodeFailure,
} from '../ccip/failures.ts'
import type { Lane } from '../ccip/lane.ts'
import type { DevnetChain, DevnetWallet } from '../network.ts'
import { callAsOperator } from '../operator.ts'
import type { MerkleTree } from './merkle.ts'
import {
  type ExecutionReport,
  executionReports,
  type Message,
} from './messages.ts'

/** CCIP's own numbers of what became of a message. */
export const executionState = {
  untouched: 0,
  inProgress: 1,
  success: 2,
  failure: 3,
} as const

export interface Delivery {
  readonly messageId: Hex
  readonly sequenceNumber: bigint
  /** `skipped`: it had been delivered before. */
  readonly state: 'success' | 'failure' | 'skipped'
  /** Why it failed. Anyone may execute it again by hand. */
  readonly failure?: CcipFailure
  /** The transaction on the destination. */
  readonly hash: Hex
}

/**
 * Enough for the transaction around a receiver that uses all it may. Explicit,
 * since an estimate is satisfied by an execution that ran out of gas inside.
 */
const executionGas = BigInt(maxReceiverGas) + 2_000_000n

/** One message of a committed tree. */
export interface CommittedMessage {
  readonly message: Message
  /** Position in the tree. */
  readonly index: number
  readonly tree: MerkleTree
}

/**
 * Executes one committed message, as the oracle network does.
 *
 * @param lane - Which.
 * @param committed - The message and its tree.
 * @param gas - Of the transaction.
 * @returns What became of it.
 */
export async function executeMessage(
  lane: Lane,
  committed: CommittedMessage,
  gas = executionGas,
): Promise<Delivery> {
  const { destination } = lane
  const report = toReport(lane, committed)
  const hash = await callAsOperator(destination, {
    to: destination.addresses.offRamp,
    abi: offRampAbi,
    functionName: 'execute',
    args: [
      [configDigest.execute, toHex(0, { size: 32 })],
      encodeAbiParameters(executionReports, [[report]]),
    ],
    gas,
  })
  return readDelivery(destination, committed.message, hash)
}

/** Gas instead of what the message says. Zero or absent: as it says. */
export interface GasOverrides {
  readonly receiver?: bigint
  readonly token?: number
}

/**
 * Executes a failed or overdue message by hand. Anyone may.
 *
 * @param lane - Which.
 * @param committed - The message and its tree.
 * @param wallet - Who pays.
 * @param overrides - More gas, never less.
 * @returns What became of it.
 */
export async function executeManually(
  lane: Lane,
  committed: CommittedMessage,
  wallet: DevnetWallet,
  overrides: GasOverrides = {},
): Promise<Delivery> {
  const { destination } = lane
  const { message } = committed
  const tokenGasOverrides = message.tokenAmounts.map(() => overrides.token ?? 0)
  const receiverExecutionGasLimit = overrides.receiver ?? 0n
  const { request } = await destination.client.simulateContract({
    account: wallet.account,
    address: destination.addresses.offRamp,
    abi: [...offRampAbi, ...(await ccipErrorsAbi())],
    functionName: 'manuallyExecute',
    args: [
      [toReport(lane, committed)],
      [[{ receiverExecutionGasLimit, tokenGasOverrides }]],
    ],
    gas: executionGas,
  })
  const hash = await wallet.writeContract(request)
  await destination.client.waitForTransactionReceipt({ hash })
  return readDelivery(destination, message, hash)
}

function toReport(
  { source }: Lane,
  { message, index, tree }: CommittedMessage,
): ExecutionReport {
  return {
    sourceChainSelector: source.selector,
    messages: [message],
    offchainTokenData: [message.tokenAmounts.map((): Hex => '0x')],
    ...tree.prove([index]),
  }
}

async function readDelivery(
  destination: DevnetChain,
  { header: { messageId, sequenceNumber } }: Message,
  hash: Hex,
): Promise<Delivery> {
  const { logs } = await destination.client.getTransactionReceipt({ hash })
  const [changed] = parseEventLogs({
    abi: offRampAbi,
    eventName: 'ExecutionStateChanged',
    logs,
  })
  const base = { messageId, sequenceNumber, hash }
  if (changed === undefined) return { ...base, state: 'skipped' }
  if (changed.args.state === executionState.success) {
    return { ...base, state: 'success' }
  }
  const failure = await decodeFailure(changed.args.returnData)
  return { ...base, state: 'failure', failure }
}
