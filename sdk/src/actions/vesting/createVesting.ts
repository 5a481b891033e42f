import {
  type Address,
  type Hex,
  type Log,
  type TransactionReceipt,
  zeroHash,
} from 'viem'
import { vestingFactoryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { executeWithAllowance } from '../../internal/allowance.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import {
  decodeVestingSchedule,
  encodeVestingSchedule,
  type VestingSchedule,
} from './schedule.ts'

/**
 * Locks OPEN of the client's account for somebody, for good: nobody can take
 * it back. It votes for the beneficiary from the first day.
 *
 * Approves exactly the amount first if the allowance is short.
 *
 * @param client Wallet client of who pays.
 * @param parameters For whom, how much, and when it vests.
 * @returns The receipt, the new wallet and its grant.
 * @throws OpenmeshError `VestingFactory_AlreadyExists` for the same grant
 * again without another `salt`, `VestingFactory_NoBeneficiary`,
 * `VestingFactory_ZeroAmount`, `VestingFactory_UnknownRow`,
 * `VestingFactory_StartOutOfBounds`, `VestingFactory_DurationTooLong`,
 * `VestingFactory_CliffTooLong`, `VestingFactory_UnevenSteps`,
 * `VestingFactory_StepTooShort`, `VestingFactory_ImmediateTooMuch`,
 * `ERC20InsufficientBalance`, `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { wallet } = await createVesting(client, {
 *   contracts,
 *   beneficiary,
 *   amount: parseEther('1200'),
 *   schedule,
 * })
 */
export async function createVesting(
  client: WalletClient,
  parameters: createVesting.Parameters,
): Promise<createVesting.ReturnType> {
  const { amount, chainId, contracts } = parameters
  const call = createVesting.call(parameters)
  const pull = { token: contracts.openToken, spender: call.address, amount }
  const receipt = await executeWithAllowance(client, call, pull, chainId)
  const { args } = createVesting.extractEvent(receipt.logs, call.address)
  const { revocable: _, schedule, ...grant } = args
  return { receipt, ...grant, schedule: decodeVestingSchedule(schedule) }
}

export namespace createVesting {
  export interface Parameters extends ActionParameters {
    /** First owner of the wallet. */
    beneficiary: Address
    /** Wei of OPEN. */
    amount: bigint
    schedule: VestingSchedule
    /**
     * Row of the allocation it is logged under, which says nothing about OPEN
     * that is not the allocation's; 0 when left out.
     */
    row?: number | undefined
    /** Tells otherwise identical grants apart; zero when left out. */
    salt?: Hex | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    wallet: Address
    beneficiary: Address
    payer: Address
    row: number
    /** Wei of OPEN. */
    amount: bigint
    schedule: VestingSchedule
    salt: Hex
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals; it needs an allowance. */
  export function call(parameters: Parameters): Call {
    const { amount, beneficiary, contracts, schedule } = parameters
    const { row = 0, salt = zeroHash } = parameters
    const grant = {
      beneficiary,
      amount,
      schedule: encodeVestingSchedule(schedule),
      revocable: false,
      salt,
    }
    return defineCall({
      address: contracts.vestingFactory,
      abi: vestingFactoryAbi,
      functionName: 'create',
      args: [row, grant],
    })
  }

  /** The new wallet in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(vestingFactoryAbi, 'VestingCreated', logs, address)
  }
}
