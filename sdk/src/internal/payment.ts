import type { TransactionReceipt } from 'viem'
import type { Call, WalletClient } from '../types.ts'
import { executeWithAllowance } from './allowance.ts'
import { type Asset, assetAddress, assetOf } from './asset.ts'
import { checkChain } from './check.ts'
import { execute } from './execute.ts'

/** What a call takes from its sender. */
export interface Payment {
  asset: Asset
  /** What to approve if the allowance is short. */
  amount: bigint
  /** Asks what the call takes now; `amount` when left out. */
  needed?: (() => Promise<bigint>) | undefined
}

/** `execute` for a call that is paid: in ETH with its value, in a token by an allowance. */
export async function executePaid(
  client: WalletClient,
  call: Call,
  { amount, asset, needed }: Payment,
  chainId: number | undefined,
): Promise<TransactionReceipt> {
  if (assetOf(asset) === 'ETH') return execute(client, call, chainId)
  await checkChain(client, chainId)
  const pull = {
    token: assetAddress(asset),
    spender: call.address,
    amount,
    needed: await needed?.(),
  }
  return executeWithAllowance(client, call, pull, chainId)
}
