import type { Address, Log, TransactionReceipt } from 'viem'
import { validatorStakingAbi } from '../../../../typechain-types/index.ts'
import {
  type ActionErrorType,
  OpenmeshError,
} from '../../errors/OpenmeshError.ts'
import { executeWithAllowance } from '../../internal/allowance.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { joinValidatorSet } from './joinValidatorSet.ts'
import type { ProofOfPossession } from './signProofOfPossession.ts'

/**
 * Makes the client's account the operator of a new validator and brings it
 * into the set while there is room.
 *
 * Sends up to three transactions: an approval of exactly the own stake if the
 * allowance is short, the registration, and the entry into the set. The unit is
 * locked in place until the validator has retired.
 *
 * @param client Wallet client of the operator, who owns the unit.
 * @param parameters Unit, proof of the signing key, own stake and commission.
 * @returns The receipts, the validator's number, and whether it is in the set.
 * @throws OpenmeshError `ValidatorStaking_InvalidProof` when the proof is for
 * another operator, contract or chain, `ValidatorStaking_ProofExpired`,
 * `ValidatorStaking_KeyUsed`, `ValidatorStaking_SelfStakeTooLow`,
 * `ValidatorStaking_CommissionTooHigh`, `ValidatorStaking_NotUnitOwner`,
 * `ValidatorStaking_UnitInactive`, `XnodeOne_UnitLocked`,
 * `ERC721NonexistentToken`, `ERC20InsufficientBalance`, `InvalidArguments`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const proof = await signProofOfPossession(client, {
 *   contracts,
 *   signer: key,
 *   operator: client.account.address,
 *   deadline,
 * })
 * const { validator, status } = await registerValidator(client, {
 *   contracts,
 *   unit,
 *   proof,
 *   selfStake: parseEther('10000'),
 *   commissionBps: 500,
 * })
 */
export async function registerValidator(
  client: WalletClient,
  parameters: registerValidator.Parameters,
): Promise<registerValidator.ReturnType> {
  const { chainId, contracts, selfStake } = parameters
  const call = registerValidator.call(parameters)
  const pull = {
    token: contracts.openToken,
    spender: call.address,
    amount: selfStake,
  }
  const receipt = await executeWithAllowance(client, call, pull, chainId)
  const { args } = registerValidator.extractEvent(receipt.logs, call.address)
  const { id: validator, operator, signer, unit } = args
  const joinReceipt = await joinIfRoom(
    client,
    joinValidatorSet.call({ contracts, validator }),
  )
  return {
    receipt,
    joinReceipt,
    status: joinReceipt === undefined ? 'candidate' : 'active',
    validator,
    operator,
    signer,
    unit,
  }
}

/** A full set leaves a candidate, which may replace a member once it is heavier. */
async function joinIfRoom(
  client: WalletClient,
  call: Call,
): Promise<TransactionReceipt | undefined> {
  try {
    return await execute(client, call)
  } catch (error) {
    if (!(error instanceof OpenmeshError)) throw error
    // Anybody may have been faster with the same call.
    if (error.errorName === 'ValidatorStaking_SetFull') return undefined
    throw error
  }
}

export namespace registerValidator {
  export interface Parameters extends ActionParameters {
    /** Active Xnode One of the client's account. */
    unit: bigint
    /** What `signProofOfPossession` returned. */
    proof: ProofOfPossession
    /** Own stake in wei of OPEN, at least the minimum: 10,000 OPEN at first. */
    selfStake: bigint
    /** Commission on delegators' rewards in basis points, at most 5,000. */
    commissionBps: number
  }
  export interface ReturnType {
    /** Of the registration. */
    receipt: TransactionReceipt
    /** Of the entry into the set; undefined when the set is full. */
    joinReceipt: TransactionReceipt | undefined
    status: 'active' | 'candidate'
    /** Number of the validator. */
    validator: bigint
    operator: Address
    signer: Address
    unit: bigint
  }
  export type ErrorType = ActionErrorType

  /** The registration alone, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { commissionBps, contracts, proof, selfStake, unit } = parameters
    const { deadline, signature, signer } = proof
    return defineCall({
      address: contracts.validatorStaking,
      abi: validatorStakingAbi,
      functionName: 'register',
      args: [signer, deadline, signature, commissionBps, selfStake, unit],
    })
  }

  /** The registration in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorStakingAbi, 'Registered', logs, address)
  }
}
