import type { TransactionReceipt } from 'viem'
import {
  estimateContractGas,
  simulateContract,
  waitForTransactionReceipt,
  writeContract,
} from 'viem/actions'
import { toOpenmeshError } from '../errors/decode.ts'
import { accountMissing, transactionReverted } from '../errors/sdkErrors.ts'
import type { Call, WalletClient } from '../types.ts'
import { checkChain, checkCode } from './check.ts'

/** Estimates can be short by a rate limiter's refill or an inner catch. */
const GAS_PERCENT_OF_ESTIMATE = 130n

/**
 * Simulates, sends and waits; a refusal costs no gas and comes back as an
 * OpenmeshError.
 *
 * @param client Who sends.
 * @param call What.
 * @param chainId The chain the client has to be on, if any.
 * @returns The receipt of a transaction that succeeded.
 */
export async function execute(
  client: WalletClient,
  call: Call,
  chainId?: number | undefined,
): Promise<TransactionReceipt> {
  await prepare(client, call, chainId)
  await simulate(client, call)
  return send(client, call)
}

/** Makes sure that the client can send and that there is a contract to call. */
export async function prepare(
  client: WalletClient,
  call: Call,
  chainId: number | undefined,
): Promise<void> {
  // Without types, the client may be one that only reads.
  if (client.account === undefined || client.chain === undefined)
    throw accountMissing()
  await checkChain(client, chainId)
  await checkCode(client, call.address)
}

/** @throws OpenmeshError with what the contracts would refuse with. */
export async function simulate(
  client: WalletClient,
  call: Call,
): Promise<void> {
  try {
    await simulateContract(client, request(client, call))
  } catch (error) {
    throw toOpenmeshError(error, call)
  }
}

/** Sends what was simulated, with more gas than estimated, and waits. */
export async function send(
  client: WalletClient,
  call: Call,
): Promise<TransactionReceipt> {
  try {
    const transaction = request(client, call)
    const estimate = await estimateContractGas(client, transaction)
    const hash = await writeContract(client, {
      ...transaction,
      gas: (estimate * GAS_PERCENT_OF_ESTIMATE) / 100n,
      chain: client.chain,
    })
    const receipt = await waitForTransactionReceipt(client, { hash })
    if (receipt.status === 'success') return receipt
    throw transactionReverted(hash, call.functionName, call.address)
  } catch (error) {
    throw toOpenmeshError(error, call)
  }
}

function request(
  { account }: WalletClient,
  { address, abi, functionName, args, value }: Call,
) {
  const base = { address, abi, functionName, args, account }
  return value === undefined ? base : { ...base, value }
}
