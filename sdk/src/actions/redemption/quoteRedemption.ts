import { type Address, erc20Abi } from 'viem'
import { getBlock } from 'viem/actions'
import { syntheticRedemptionAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets how much sOPEN an account can redeem now: what it holds, as far as the
 * redemption is funded and has begun. Each sOPEN pays one OPEN.
 *
 * @param client Client to read with.
 * @param parameters Who would redeem.
 * @returns What it can redeem, and what bounds it.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { redeemable, funded } = await quoteRedemption(client, {
 *   contracts,
 *   account,
 * })
 */
export async function quoteRedemption(
  client: ReadClient,
  { account, chainId, contracts }: quoteRedemption.Parameters,
): Promise<quoteRedemption.ReturnType> {
  checkAddress('account', account)
  await checkChain(client, chainId)
  const redemption = {
    address: contracts.syntheticRedemption,
    abi: syntheticRedemptionAbi,
  } as const
  const [balance, funded, start, { timestamp }] = await Promise.all([
    read(client, {
      address: contracts.syntheticOpen,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [account],
    }),
    read(client, { ...redemption, functionName: 'fundedFor' }),
    read(client, { ...redemption, functionName: 'start' }),
    getBlock(client),
  ])
  const affordable = balance < funded ? balance : funded
  return {
    redeemable: timestamp < start ? 0n : affordable,
    balance,
    funded,
    start,
  }
}

export namespace quoteRedemption {
  export interface Parameters extends ActionParameters {
    /** Holder of sOPEN. */
    account: Address
  }
  export interface ReturnType {
    /** Wei of sOPEN that the account can redeem now, for as much OPEN. */
    redeemable: bigint
    /** Wei of sOPEN that it holds. */
    balance: bigint
    /** Wei of OPEN that all holders together can still redeem. */
    funded: bigint
    /** Timestamp from which the redemption pays. */
    start: bigint
  }
  export type ErrorType = ActionErrorType
}
