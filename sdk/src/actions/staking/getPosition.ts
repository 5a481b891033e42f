import type { Address } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets what an account has staked on a validator and earned there, slashes and
 * this second's reward included.
 *
 * @param client Client to read with.
 * @param parameters Which validator and whose position.
 * @returns Stake and pending reward; zeros where there is none.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { tokens, pending } = await getPosition(client, {
 *   contracts,
 *   validator,
 *   account,
 * })
 */
export async function getPosition(
  client: ReadClient,
  parameters: getPosition.Parameters,
): Promise<getPosition.ReturnType> {
  const call = getPosition.call(parameters)
  await checkChain(client, parameters.chainId)
  const [tokens, pending] = await read(client, call)
  return { tokens, pending }
}

export namespace getPosition {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
    /** Staker. */
    account: Address
  }
  export interface ReturnType {
    /** Stake in wei of OPEN. */
    tokens: bigint
    /** Reward in wei of OPEN that can be claimed. */
    pending: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call({ account, contracts, validator }: Parameters) {
    checkAddress('account', account)
    return {
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'stakeOf',
      args: [validator, account],
    } as const
  }
}
