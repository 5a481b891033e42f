import { type Address, zeroAddress } from 'viem'
import { vestingFactoryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { decodeVestingSchedule, type VestingSchedule } from './schedule.ts'

/** A vesting wallet as it stands. */
export interface Vesting {
  wallet: Address
  /** Owner of the wallet. */
  beneficiary: Address
  /** Who may take the wallet over; undefined while nobody may. */
  offeredTo: Address | undefined
  /** Whom a release by anybody pays. */
  destination: Address
  /** Who has the votes. */
  delegatee: Address
  /** Wei of OPEN that vote: all that the wallet holds; none without delegatee. */
  votes: bigint
  /** Row of the allocation, if the allocation or a contract it funded granted. */
  row: number
  /** Wei of OPEN granted. */
  amount: bigint
  schedule: VestingSchedule
  /** Whether a vote may take back what is not vested, or did. */
  isRevocable: boolean
  /** Timestamp of the revocation; undefined while there is none. */
  revokedAt: bigint | undefined
  /** Wei of OPEN of the grant that are vested, paid out or not. */
  vested: bigint
  /** Wei of OPEN of the grant that were paid out. */
  released: bigint
  /** Wei of OPEN that a release would pay now. */
  releasable: bigint
  /** Wei of OPEN that the wallet holds. */
  balance: bigint
}

/**
 * Gets vesting wallets, a whole portfolio in one call of the node.
 *
 * Whatever answers like a wallet is believed: pass wallets that `findVestings`
 * or an event of the factory named.
 *
 * @param client Client to read with.
 * @param parameters Which wallets.
 * @returns Their states, in the same order.
 * @throws OpenmeshError `InvalidAddress`, `Reverted` when an address is no
 * wallet, `NoContract`, `WrongChain`.
 *
 * @example
 * const vestings = await getVestings(client, { contracts, wallets })
 * const due = vestings.reduce((sum, { releasable }) => sum + releasable, 0n)
 */
export async function getVestings(
  client: ReadClient,
  parameters: getVestings.Parameters,
): Promise<getVestings.ReturnType> {
  const call = getVestings.call(parameters)
  await checkChain(client, parameters.chainId)
  const states = await read(client, call)
  return states.map((state, index): Vesting => {
    const { offeredBeneficiary, revocable, ...rest } = state
    return {
      ...rest,
      wallet: call.args[0][index] as Address,
      offeredTo:
        offeredBeneficiary === zeroAddress ? undefined : offeredBeneficiary,
      votes: state.delegatee === zeroAddress ? 0n : state.balance,
      schedule: decodeVestingSchedule(state.schedule),
      isRevocable: revocable,
      revokedAt: state.revokedAt === 0n ? undefined : state.revokedAt,
    }
  })
}

export namespace getVestings {
  export interface Parameters extends ActionParameters {
    /** The wallets. */
    wallets: readonly Address[]
  }
  export type ReturnType = Vesting[]
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call({ contracts, wallets }: Parameters) {
    for (const wallet of wallets) checkAddress('wallet', wallet)
    return {
      address: contracts.vestingFactory,
      abi: vestingFactoryAbi,
      functionName: 'portfolio',
      args: [wallets],
    } as const
  }
}
