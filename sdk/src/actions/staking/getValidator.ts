import type { Address } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import { expectedError } from '../../errors/decode.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { nameOf } from '../../internal/name.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/** In the order of the contract's numbers. */
const statuses = [
  'unknown',
  'resting',
  'candidate',
  'active',
  'retired',
] as const

/** Where a validator is in its life; only `active` ones earn. */
export type ValidatorStatus = Exclude<(typeof statuses)[number], 'unknown'>

/** The contract's word for "for ever": type(uint40).max. */
const FOREVER = 2n ** 40n - 1n

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
  const [found, own, delegated] = await Promise.all([
    read(client, {
      ...staking,
      functionName: 'validatorOf',
      args: [validator],
    }),
    pool(0n),
    pool(1n),
  ])
  const status = nameOf(statuses, found.status)
  if (status === 'unknown')
    throw expectedError('ValidatorStaking_UnknownValidator', [validator])
  const jailedUntil = BigInt(found.jailedUntil)
  return {
    status,
    operator: found.operator,
    signer: found.signer,
    unit: found.unit,
    ownStake: own.tokens,
    delegatedStake: delegated.tokens,
    commissionBps: delegated.bps,
    jailedUntil: jailedUntil === 0n ? undefined : jailedUntil,
    isTombstoned: jailedUntil === FOREVER,
  }
}

export namespace getValidator {
  export interface Parameters extends ActionParameters {
    /** Number of the validator. */
    validator: bigint
  }
  export interface ReturnType {
    status: ValidatorStatus
    operator: Address
    /** Its signing key. */
    signer: Address
    /** The Xnode One locked for it. */
    unit: bigint
    /** Wei of OPEN; pays for faults first. */
    ownStake: bigint
    /** Wei of OPEN. */
    delegatedStake: bigint
    /** Commission on delegators' rewards. */
    commissionBps: number
    /** Timestamp before which it cannot return; undefined when free. */
    jailedUntil: bigint | undefined
    /** Whether it can never return. */
    isTombstoned: boolean
  }
  export type ErrorType = ActionErrorType
}
