import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { ccipOnRampAbi, ccipRouterAbi } from '../../abis/ccip.ts'
import { openTokenOf } from '../../contracts.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { feeAboveMax } from '../../errors/sdkErrors.ts'
import { accountOf } from '../../internal/account.ts'
import { executeWithAllowance } from '../../internal/allowance.ts'
import { defineCall } from '../../internal/call.ts'
import {
  checkChain,
  checkKeyAccount,
  checkPositive,
  checkReceiver,
} from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import type {
  ActionParameters,
  Call,
  Contracts,
  WalletClient,
} from '../../types.ts'
import { openLane } from './lane.ts'
import { tokenMessage } from './message.ts'
import { quoteBridge } from './quoteBridge.ts'

/**
 * Sends OPEN of the client's account to another chain through CCIP.
 *
 * Approves exactly the amount to the Router first if the allowance is short,
 * and only once the lane is known to carry it. Follow the message with
 * `getMessageState` on the other chain.
 *
 * @param client Wallet client on the chain to send from.
 * @param parameters Where to, how much, to whom, and the most it may cost.
 * @returns The receipt, the message's id and number, and the fee.
 * @throws OpenmeshError `UnsupportedDestinationChain` for an unknown lane,
 * `ChainNotAllowed`, `TokenMaxCapacityExceeded`, `TokenRateLimitReached`,
 * `FeeAboveMax`, `ERC20InsufficientBalance`, `CursedByRMN` and `BadARMSignal`
 * while CCIP is halted, `StaleGasPrice`, `InsufficientFunds`,
 * `AmountTooSmall`, `InvalidAddress`, `ReceiverMissing`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const amount = parseEther('100')
 * const quoted = await quoteBridge(client, {
 *   contracts,
 *   destinationChainSelector,
 *   receiver,
 *   amount,
 * })
 * const { messageId, sequenceNumber } = await bridgeOpen(client, {
 *   contracts,
 *   destinationChainSelector,
 *   receiver,
 *   amount,
 *   maxFee: (quoted * 11n) / 10n,
 * })
 */
export async function bridgeOpen(
  client: WalletClient,
  parameters: bridgeOpen.Parameters,
): Promise<bridgeOpen.ReturnType> {
  const { amount, chainId, contracts, maxFee } = parameters
  const { destinationChainSelector } = parameters
  const { receiver = accountOf(client) } = parameters
  const sending = { ...parameters, receiver }
  checkPositive('amount', amount)
  checkReceiver('receiver', receiver)
  await checkChain(client, chainId)
  if (parameters.receiver === undefined) await checkKeyAccount(client, receiver)
  const { onRamp } = await openLane(
    client,
    contracts,
    destinationChainSelector,
    amount,
  )
  // CCIP refuses less than its fee and keeps what is more, so the quote is sent.
  const priced = async () => {
    const fee = await quoteBridge(client, sending)
    if (fee > maxFee) throw feeAboveMax(fee, maxFee)
    return bridgeOpen.call({ ...sending, fee })
  }
  const call = await priced()
  const pull = { token: openTokenOf(contracts), spender: call.address, amount }
  const receipt = await executeWithAllowance(
    client,
    call,
    pull,
    chainId,
    priced,
  )
  const { args } = bridgeOpen.extractEvent(receipt.logs, onRamp)
  const { feeTokenAmount: fee, header } = args.message
  const { messageId, sequenceNumber } = header
  return { receipt, messageId, sequenceNumber, fee, receiver, amount }
}

export namespace bridgeOpen {
  export interface Parameters extends ActionParameters<Contracts> {
    /** CCIP's number of the chain to send to. */
    destinationChainSelector: bigint
    /** Wei of OPEN. */
    amount: bigint
    /** The most CCIP may ask, in wei of native currency. */
    maxFee: bigint
    /**
     * Who gets it there; the client's account when left out. A contract has to
     * be named: on another chain its address may be nobody's.
     */
    receiver?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    messageId: Hex
    /** Number of the message on its lane. */
    sequenceNumber: bigint
    /** What CCIP took, in wei of native currency. */
    fee: bigint
    receiver: Address
    /** Wei of OPEN. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /**
   * The contract call, for batches and proposals; it needs an allowance. The
   * Router keeps all of the fee it is sent, so send what `quoteBridge` says.
   */
  export function call(
    parameters: Omit<Parameters, 'maxFee'> & { receiver: Address; fee: bigint },
  ): Call {
    const { amount, contracts, fee, receiver } = parameters
    return defineCall({
      address: contracts.ccipRouter,
      abi: ccipRouterAbi,
      functionName: 'ccipSend',
      args: [
        parameters.destinationChainSelector,
        tokenMessage(openTokenOf(contracts), amount, receiver),
      ],
      value: fee,
    })
  }

  /** The message in a receipt's logs; CCIP's OnRamp emits it. */
  export function extractEvent(logs: Log[], onRamp?: Address) {
    return firstEvent(ccipOnRampAbi, 'CCIPMessageSent', logs, onRamp)
  }
}
