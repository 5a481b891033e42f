import type {
  Abi,
  Account,
  Address,
  Chain,
  Client,
  TransactionReceipt,
  Transport,
} from 'viem'
import {
  estimateContractGas,
  simulateContract,
  waitForTransactionReceipt,
  writeContract,
} from 'viem/actions'
import { toOpenmeshError } from '../errors/decode.ts'
import { OpenmeshError } from '../errors/OpenmeshError.ts'

/** A client that can sign: what every writing action needs. */
export type WalletClient = Client<Transport, Chain, Account>

/** One call, ready to be sent, batched or put into a proposal. */
export interface Call {
  address: Address
  abi: Abi
  functionName: string
  args: readonly unknown[]
  /** Wei of native currency. */
  value?: bigint | undefined
  /** Gas limit; estimated with a margin when absent. */
  gas?: bigint | undefined
}

/** Estimates can be short by a rate limiter's refill or an inner catch. */
const GAS_MARGIN_PERCENT = 130n

/**
 * Simulates, sends and waits; a refusal costs no gas and comes back as an
 * {@link OpenmeshError}.
 */
export async function execute(
  client: WalletClient,
  call: Call,
): Promise<TransactionReceipt> {
  const request = {
    address: call.address,
    abi: call.abi,
    functionName: call.functionName,
    args: call.args,
    account: client.account,
    ...(call.value === undefined ? {} : { value: call.value }),
  }
  try {
    await simulateContract(client, request)
    const gas =
      call.gas ??
      ((await estimateContractGas(client, request)) * GAS_MARGIN_PERCENT) / 100n
    const hash = await writeContract(client, {
      ...request,
      gas,
      chain: client.chain,
    })
    const receipt = await waitForTransactionReceipt(client, { hash })
    if (receipt.status === 'success') return receipt
    throw new OpenmeshError({
      errorName: 'TransactionReverted',
      args: [hash],
      shortMessage: `Transaction ${hash} reverted after a successful simulation: the state changed in between.`,
      remedy: 'Run the action again; nothing but gas was spent.',
      functionName: call.functionName,
      contract: call.address,
    })
  } catch (error) {
    throw toOpenmeshError(error, call)
  }
}
