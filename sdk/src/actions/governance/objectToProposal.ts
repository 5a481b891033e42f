import {
  type Address,
  type Log,
  type TransactionReceipt,
  zeroAddress,
} from 'viem'
import {
  accountabilityAbi,
  openGovernorAbi,
  validatorHouseAbi,
  validatorStakingAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { allEvents, firstEvent } from '../../internal/event.ts'
import { prepare, send, simulate } from '../../internal/execute.ts'
import { read } from '../../internal/read.ts'
import type {
  ActionParameters,
  Call,
  HomeContracts,
  ReadClient,
  WalletClient,
} from '../../types.ts'
import { epochAt } from '../staking/exits.ts'

/**
 * Objects to a queued proposal as the operator of a validator: when a third of
 * the validators do, its execution waits a week longer, once. The validator has
 * to be of the set that was stored for the epoch of the proposal's snapshot;
 * its place there is looked up.
 *
 * @param client Wallet client of the operator.
 * @param parameters Which proposal, and for which validator.
 * @returns The receipt, how many objected, and the hold if that was enough.
 * @throws OpenmeshError `ValidatorHouse_NotQueued`, `ValidatorHouse_TooLate`,
 * `ValidatorHouse_AlreadyHeld`, `ValidatorHouse_NotOperator`,
 * `ValidatorHouse_Tombstoned`, `ValidatorHouse_NotMember`,
 * `ValidatorHouse_AlreadyObjected`, `GovernorNonexistentProposal`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { objections, needed, heldUntil } = await objectToProposal(client, {
 *   contracts,
 *   proposalId,
 *   validator,
 * })
 */
export async function objectToProposal(
  client: WalletClient,
  parameters: objectToProposal.Parameters,
): Promise<objectToProposal.ReturnType> {
  const checked = objectToProposal.call({ ...parameters, place: 0 })
  await prepare(client, checked, parameters.chainId)
  const place = await findPlace(client, parameters)
  const call = objectToProposal.call({ ...parameters, place })
  await simulate(client, call)
  const receipt = await send(client, call)
  const { args } = objectToProposal.extractEvent(receipt.logs, call.address)
  const [held] = allEvents(
    validatorHouseAbi,
    'ProposalHeld',
    receipt.logs,
    call.address,
  )
  return {
    receipt,
    proposalId: args.proposalId,
    validator: args.id,
    operator: args.operator,
    place,
    objections: Number(args.objections),
    needed: Number(args.needed),
    heldUntil: held?.args.until,
  }
}

export namespace objectToProposal {
  export interface Parameters extends ActionParameters {
    proposalId: bigint
    /** Number of the validator whose operator the client is. */
    validator: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    proposalId: bigint
    validator: bigint
    operator: Address
    /** Of the validator in the set, from 0. */
    place: number
    /** Validators that objected so far. */
    objections: number
    /** How many make a hold. */
    needed: number
    /** Timestamp before which it cannot be executed; undefined without hold. */
    heldUntil: bigint | undefined
  }
  export type ErrorType = ActionErrorType

  /** The contract call, with the place in `getSnapshot` of the epoch. */
  export function call(parameters: Parameters & { place: number }): Call {
    const { contracts, place, proposalId, validator } = parameters
    return defineCall({
      address: contracts.validatorHouse,
      abi: validatorHouseAbi,
      functionName: 'object',
      args: [proposalId, validator, BigInt(place)],
    })
  }

  /** The objection in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(validatorHouseAbi, 'Objected', logs, address)
  }
}

/** @returns Where the validator stands; behind the last for who is no member, which the house refuses by its reason. */
async function findPlace(
  client: ReadClient,
  { contracts, proposalId, validator }: objectToProposal.Parameters,
): Promise<number> {
  const snapshot = await read(client, {
    address: contracts.openGovernor,
    abi: openGovernorAbi,
    functionName: 'proposalSnapshot',
    args: [proposalId],
  })
  const members = await membersIn(client, contracts, epochAt(snapshot))
  const place = members.findIndex(({ id }) => id === validator)
  return place < 0 ? members.length : place
}

/** The set of an epoch as the house finds it: an earlier accountability contract may have stored it. */
async function membersIn(
  client: ReadClient,
  contracts: HomeContracts,
  epoch: bigint,
) {
  const storedBy = async (address: Address) => {
    const { members } = await read(client, {
      address,
      abi: accountabilityAbi,
      functionName: 'snapshotOf',
      args: [epoch],
    })
    return members
  }
  const staking = {
    address: contracts.validatorStaking,
    abi: validatorStakingAbi,
  } as const
  const [{ accountability }, [previous]] = await Promise.all([
    read(client, { ...staking, functionName: 'settings' }),
    read(client, { ...staking, functionName: 'previousAccountability' }),
  ])
  const members = await storedBy(accountability)
  if (members.length > 0 || previous === zeroAddress) return members
  return storedBy(previous)
}
