import type { AbiParameterToPrimitiveType, ExtractAbiFunction } from 'abitype'
import {
  type Address,
  decodeAbiParameters,
  encodeAbiParameters,
  getAbiItem,
  type Hex,
  keccak256,
  parseAbiParameters,
  toHex,
  zeroHash,
} from 'viem'
import { encodeAddress } from '../../rocketh/ccip-encoding.ts'
import { offRampAbi, onRampAbi } from '../ccip/abis.ts'
import { decodeAddress, decodeGasLimit } from '../ccip/encoding.ts'
import type { Lane } from '../ccip/lane.ts'

/** What the OffRamp takes to execute messages. */
export type ExecutionReport = AbiParameterToPrimitiveType<
  ExtractAbiFunction<typeof offRampAbi, 'manuallyExecute'>['inputs'][0]
>[number]

/** A message in the destination's form. */
export type Message = ExecutionReport['messages'][number]

const sentEvent = getAbiItem({ abi: onRampAbi, name: 'CCIPMessageSent' })

const [reportsParameter] = getAbiItem({
  abi: offRampAbi,
  name: 'manuallyExecute',
}).inputs

/** The parameter that `execute` takes encoded. */
export const executionReports = [reportsParameter] as const

const tokenDeliveries = parseAbiParameters([
  'TokenDelivery[] tokenAmounts',
  'struct TokenDelivery { bytes sourcePoolAddress; address destTokenAddress; uint32 destGasAmount; bytes extraData; uint256 amount; }',
])

/** A message, and when it was sent by the source's clock. */
export interface SentMessage {
  readonly message: Message
  readonly timestamp: bigint
}

/**
 * Reads what was sent over a lane.
 *
 * @param lane - Which.
 * @param fromBlock - First block of the source to look at.
 * @returns Every message since, in the order of its sequence number.
 */
export async function readSentMessages(
  { source, destination }: Lane,
  fromBlock = 0n,
): Promise<SentMessage[]> {
  const logs = await source.client.getLogs({
    address: source.addresses.onRamp,
    event: sentEvent,
    args: { destChainSelector: destination.selector },
    fromBlock,
    strict: true,
  })
  return Promise.all(
    logs.map(async ({ args: { message }, blockNumber }) => {
      const block = await source.client.getBlock({ blockNumber })
      return { message: toDestinationForm(message), timestamp: block.timestamp }
    }),
  )
}

/**
 * Turns a message as the OnRamp recorded it into what the OffRamp executes.
 *
 * @param sent - From the OnRamp's event.
 * @returns The same message in the destination's form.
 */
export function toDestinationForm(sent: {
  readonly header: Message['header']
  readonly sender: Address
  readonly data: Hex
  readonly receiver: Hex
  readonly extraArgs: Hex
  readonly tokenAmounts: readonly {
    readonly sourcePoolAddress: Address
    readonly destTokenAddress: Hex
    readonly extraData: Hex
    readonly amount: bigint
    readonly destExecData: Hex
  }[]
}): Message {
  return {
    header: sent.header,
    sender: encodeAddress(sent.sender),
    data: sent.data,
    receiver: decodeAddress(sent.receiver),
    gasLimit: decodeGasLimit(sent.extraArgs),
    tokenAmounts: sent.tokenAmounts.map((token) => ({
      sourcePoolAddress: encodeAddress(token.sourcePoolAddress),
      destTokenAddress: decodeAddress(token.destTokenAddress),
      destGasAmount: decodeAbiParameters(
        [{ type: 'uint32' }],
        token.destExecData,
      )[0],
      extraData: token.extraData,
      amount: token.amount,
    })),
  }
}

/**
 * Hashes a message to its leaf of the committed tree, as
 * `Internal._hash` does on the destination.
 *
 * @param message - In the destination's form.
 * @param onRamp - The source's OnRamp.
 * @returns The leaf.
 */
export function hashMessage(message: Message, onRamp: Address): Hex {
  const { header } = message
  const metadata = keccak256(
    encodeAbiParameters(
      parseAbiParameters('bytes32, uint64, uint64, bytes32'),
      [
        keccak256(toHex('Any2EVMMessageHashV1')),
        header.sourceChainSelector,
        header.destChainSelector,
        keccak256(encodeAddress(onRamp)),
      ],
    ),
  )
  const fixedSize = keccak256(
    encodeAbiParameters(
      parseAbiParameters('bytes32, address, uint64, uint256, uint64'),
      [
        header.messageId,
        message.receiver,
        header.sequenceNumber,
        message.gasLimit,
        header.nonce,
      ],
    ),
  )
  // The zero in front separates leaves from inner nodes.
  return keccak256(
    encodeAbiParameters(
      parseAbiParameters(
        'bytes32, bytes32, bytes32, bytes32, bytes32, bytes32',
      ),
      [
        zeroHash,
        metadata,
        fixedSize,
        keccak256(message.sender),
        keccak256(message.data),
        keccak256(encodeAbiParameters(tokenDeliveries, [message.tokenAmounts])),
      ],
    ),
  )
}
