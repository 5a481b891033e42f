import {
  type Address,
  type Log,
  type TransactionReceipt,
  zeroAddress,
} from 'viem'
import { merkleClaimsAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { type ClaimLeaf, toArgument } from './leaf.ts'

/**
 * Claims a leaf of the client's account: its OPEN, or a vesting wallet with it
 * where the leaf vests.
 *
 * @param client Wallet client of the leaf's account.
 * @param parameters Which campaign and leaf, and for whom.
 * @returns The receipt and the payment.
 * @throws OpenmeshError `MerkleClaims_NotStarted`, `MerkleClaims_Over`,
 * `MerkleClaims_Paused`, `MerkleClaims_InvalidProof`,
 * `MerkleClaims_AlreadyClaimed`, `MerkleClaims_WeeklyLimitExceeded`,
 * `MerkleClaims_ClaimTooLarge`, `MerkleClaims_TotalExceeded`,
 * `MerkleClaims_NotAccount`, `MerkleClaims_InvalidDestination`,
 * `MerkleClaims_UnknownCampaign`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { amount, wallet } = await claim(client, { contracts, campaign, leaf })
 */
export async function claim(
  client: WalletClient,
  parameters: claim.Parameters,
): Promise<claim.ReturnType> {
  const { chainId, to = accountOf(client) } = parameters
  const call = claim.call({ ...parameters, to })
  const receipt = await execute(client, call, chainId)
  const { args } = claim.extractEvent(receipt.logs, call.address)
  const wallet = args.wallet === zeroAddress ? undefined : args.wallet
  return { receipt, ...args, wallet }
}

export namespace claim {
  export interface Parameters extends ActionParameters {
    /** Number of the campaign, from 1. */
    campaign: bigint
    leaf: ClaimLeaf
    /**
     * Who gets the OPEN or owns the vesting wallet; the client's account when
     * left out.
     */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    campaign: bigint
    index: bigint
    /** Whose leaf it was. */
    account: Address
    to: Address
    /** Wei of OPEN. */
    amount: bigint
    /** The vesting wallet of `to`; undefined when it was paid at once. */
    wallet: Address | undefined
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call(parameters: Parameters & { to: Address }): Call {
    const { campaign, contracts, leaf, to } = parameters
    return defineCall({
      address: contracts.merkleClaims,
      abi: merkleClaimsAbi,
      functionName: 'claim',
      args: [campaign, toArgument(leaf), leaf.proof, to],
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(merkleClaimsAbi, 'Claimed', logs, address)
  }
}
