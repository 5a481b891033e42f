import type { Address } from 'viem'
import { stakingLensAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets all that an account has on some validators, in one call of the node:
 * stake, reward, and what is on its way out or to another of them.
 *
 * @param client Client to read with.
 * @param parameters Whose positions, on which validators, and how far back to
 * look for exits.
 * @returns A position for each validator, in the same order; zeros where there
 * is none.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const positions = await getPositions(client, {
 *   contracts,
 *   account,
 *   validators: [validator, other],
 * })
 * for (const { tokens, reward, exits } of positions)
 *   for (const { payout, payableAt, slashableUntil } of exits)
 *     console.log(tokens, reward, payout, payableAt, slashableUntil)
 */
export async function getPositions(
  client: ReadClient,
  parameters: getPositions.Parameters,
): Promise<getPositions.ReturnType> {
  const call = getPositions.call(parameters)
  await checkChain(client, parameters.chainId)
  const held = await read(client, call)
  return held.map(({ exits, id, ...position }) => ({
    validator: id,
    ...position,
    exits: exits.map(({ to, ...exit }) => ({
      to: to === id ? undefined : to,
      ...exit,
    })),
  }))
}

export namespace getPositions {
  export interface Parameters extends ActionParameters {
    /** Staker. */
    account: Address
    /** Numbers of the validators; name the destinations of redelegations too. */
    validators: readonly bigint[]
    /**
     * Exits are looked for in this epoch and as many before it; 8 when left
     * out. What is not taken stays and can be older.
     */
    epochs?: bigint | undefined
  }
  export interface Exit {
    /** Where a redelegation goes; undefined for an ordinary exit. */
    to: bigint | undefined
    /** What `withdraw` or `completeRedelegation` has to be told. */
    epoch: bigint
    /** Wei of OPEN it would pay now. */
    payout: bigint
    /** Wei of OPEN it was before slashes that are not booked yet. */
    principal: bigint
    /** Timestamp from which it can be taken. */
    payableAt: bigint
    /** Timestamp before which a fault of its epoch can still reach it. */
    slashableUntil: bigint
  }
  export interface Position {
    validator: bigint
    /** Stake in wei of OPEN, after all slashes. */
    tokens: bigint
    /** Reward in wei of OPEN that can be claimed. */
    reward: bigint
    /** Slashed wei that vote until the position is touched. */
    unbooked: bigint
    /** Youngest first. */
    exits: Exit[]
  }
  export type ReturnType = Position[]
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call(parameters: Parameters) {
    const { account, contracts, epochs = 8n, validators } = parameters
    checkAddress('account', account)
    return {
      address: contracts.stakingLens,
      abi: stakingLensAbi,
      functionName: 'positions',
      args: [account, validators, epochs],
    } as const
  }
}
