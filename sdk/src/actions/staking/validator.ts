import type { Address, ContractFunctionReturnType } from 'viem'
import type { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import { nameOf } from '../../internal/name.ts'

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

/** A validator with what is staked on it. */
export interface Validator {
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

type Answer<name extends 'validatorOf' | 'poolOf'> = ContractFunctionReturnType<
  typeof validatorStakingAbi,
  'view',
  name
>

/** @returns The validator; undefined for a number that nobody has. */
export function toValidator(
  found: Answer<'validatorOf'>,
  own: Pick<Answer<'poolOf'>, 'tokens'>,
  delegated: Pick<Answer<'poolOf'>, 'tokens' | 'bps'>,
): Validator | undefined {
  const status = nameOf(statuses, found.status)
  if (status === 'unknown') return undefined
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
