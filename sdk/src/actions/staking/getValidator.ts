import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import { expectedError } from '../../errors/decode.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { toValidator, type Validator } from './validator.ts'

/**
 * Gets a validator: who runs it, what is staked on it, and whether it earns.
 *
 * @param client Client to read with.
 * @param parameters Which validator.
 * @returns The validator.
 * @throws OpenmeshError `ValidatorStaking_UnknownValidator`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { status, ownStake, delegatedStake } = await getValidator(client, {
 *   contracts,
 *   validator,
 * })
 */
export async function getValidator(
  client: ReadClient,
  { chainId, contracts, validator }: getValidator.Parameters,
): Promise<getValidator.ReturnType> {
  await checkChain(client, chainId)
  const staking = {
    address: contracts.validatorStaking,
    abi: validatorStakingAbi,
  } as const
  const pool = (tranche: bigint) =>
    read(client, {
      ...staking,
      functionName: 'poolOf',
      args: [validator * 2n + tranche],
    })
  const answers = await Promise.all([
    read(client, {
      ...staking,
      functionName: 'validatorOf',
      args: [validator],
    }),
    pool(0n),
    pool(1n),
  ])
  const found = toValidator(...answers)
  if (found !== undefined) return found
  throw expectedError('ValidatorStaking_UnknownValidator', [validator])
}

export namespace getValidator {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
  }
  export type ReturnType = Validator
  export type ErrorType = ActionErrorType
}
