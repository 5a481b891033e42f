import {
  type Abi,
  type Address,
  type Hex,
  parseEventLogs,
  type TransactionReceipt,
  zeroAddress,
} from 'viem'
import { encodeAddress } from '../../rocketh/ccip-encoding.ts'
import type { DevnetWallet } from '../network.ts'
import { onRampAbi, routerAbi } from './abis.ts'
import { encodeExtraArgs } from './encoding.ts'
import { ccipErrorsAbi } from './failures.ts'
import type { Lane } from './lane.ts'

export interface SendParameters {
  readonly receiver: Address
  /** Tokens to take along; the Router needs an allowance. */
  readonly token?: { readonly address: Address; readonly amount: bigint }
  readonly data?: Hex
  /** Gas of the receiver's call; none when left out. */
  readonly gasLimit?: bigint
  readonly order?: 'unordered' | 'ordered'
  /** Pays in wrapped ether out of the value when left out. */
  readonly feeToken?: Address
  /** Errors of contracts outside CCIP that may refuse. */
  readonly errors?: Abi
}

export interface Sent {
  readonly messageId: Hex
  readonly sequenceNumber: bigint
  /** In the fee token. */
  readonly fee: bigint
  readonly receipt: TransactionReceipt
}

/**
 * Estimated in the second of a bucket's last update, a send skips the refill
 * that the mined one pays for, so estimates are raised by a quarter.
 */
const gasPercentOfEstimate = 125n

/**
 * Sends a message through the Router.
 *
 * @param lane - Over which lane.
 * @param wallet - The sender, on the source.
 * @param parameters - What to send.
 * @returns The message's id and fee.
 * @throws What the first contract that refuses throws, decoded by viem.
 */
export async function sendMessage(
  { source, destination }: Lane,
  wallet: DevnetWallet,
  parameters: SendParameters,
): Promise<Sent> {
  const { receiver, token, data = '0x', gasLimit = 0n } = parameters
  const { order, feeToken = zeroAddress, errors = [] } = parameters
  const call = {
    address: source.addresses.router,
    abi: [...routerAbi, ...(await ccipErrorsAbi()), ...errors],
    args: [
      destination.selector,
      {
        receiver: encodeAddress(receiver),
        data,
        tokenAmounts: token
          ? [{ token: token.address, amount: token.amount }]
          : [],
        feeToken,
        extraArgs: encodeExtraArgs(gasLimit, order),
      },
    ],
  } as const
  const fee = await source.client.readContract({
    ...call,
    functionName: 'getFee',
  })
  const transaction = {
    ...call,
    functionName: 'ccipSend',
    value: feeToken === zeroAddress ? fee : 0n,
    account: wallet.account,
  } as const
  const estimate = await source.client.estimateContractGas(transaction)
  const gas = (estimate * gasPercentOfEstimate) / 100n
  const hash = await wallet.writeContract({ ...transaction, gas })
  const receipt = await source.client.waitForTransactionReceipt({ hash })
  const [log] = parseEventLogs({
    abi: onRampAbi,
    eventName: 'CCIPMessageSent',
    logs: receipt.logs,
  })
  if (log === undefined) throw new Error('The Router sent no message')
  const { messageId, sequenceNumber } = log.args.message.header
  return { messageId, sequenceNumber, fee, receipt }
}
