import { type Address, erc20Abi, type TransactionReceipt } from 'viem'
import { expectedError } from '../errors/decode.ts'
import { OpenmeshError } from '../errors/OpenmeshError.ts'
import type { Call, WalletClient } from '../types.ts'
import { accountOf } from './account.ts'
import { defineCall } from './call.ts'
import { execute, prepare, send, simulate } from './execute.ts'
import { read } from './read.ts'

/** What a call pulls from its sender. */
export interface Pull {
  token: Address
  spender: Address
  /** What to approve if the allowance is short. */
  amount: bigint
  /** What the call takes at least; `amount` when left out. */
  needed?: bigint | undefined
}

/**
 * `execute` for a call that pulls tokens: approves exactly the amount when the
 * allowance is short. Whatever else would refuse the call is found out before,
 * so that no approval stays behind a call that could not succeed.
 *
 * @param client Who sends.
 * @param call What.
 * @param pull What the call takes.
 * @param chainId The chain the client has to be on, if any.
 * @param renew Makes the call anew after an approval, which takes a block or
 * more: for calls with a price that moves meanwhile.
 * @returns The receipt of the call.
 */
export async function executeWithAllowance(
  client: WalletClient,
  call: Call,
  pull: Pull,
  chainId?: number | undefined,
  renew: () => Call | Promise<Call> = () => call,
): Promise<TransactionReceipt> {
  await prepare(client, call, chainId)
  let current = call
  if (await lacksAllowance(client, call)) {
    await checkBalance(client, pull)
    await execute(client, approval(pull))
    current = await renew()
    await simulate(client, current)
  }
  return send(client, current)
}

/** Our contracts pull last, so what is wrong besides the allowance shows first. */
async function lacksAllowance(
  client: WalletClient,
  call: Call,
): Promise<boolean> {
  try {
    await simulate(client, call)
    return false
  } catch (error) {
    if (isForAllowance(error)) return true
    throw error
  }
}

/** Tokens look at the allowance first; approving what is not there would be in vain. */
async function checkBalance(
  client: WalletClient,
  { token, amount, needed = amount }: Pull,
): Promise<void> {
  const owner = accountOf(client)
  const balance = await read(client, {
    address: token,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [owner],
  })
  if (balance < needed)
    throw expectedError('ERC20InsufficientBalance', [owner, balance, needed])
}

function approval({ token, spender, amount }: Pull): Call {
  return defineCall({
    address: token,
    abi: erc20Abi,
    functionName: 'approve',
    args: [spender, amount],
  })
}

/** OpenZeppelin's error, or the text or silence of older tokens such as USDC. */
function isForAllowance(error: unknown): boolean {
  if (!(error instanceof OpenmeshError)) return false
  if (error.errorName === 'ERC20InsufficientAllowance') return true
  if (error.errorName === 'SafeERC20FailedOperation') return true
  return error.errorName === 'Error' && /allowance/i.test(String(error.args[0]))
}
