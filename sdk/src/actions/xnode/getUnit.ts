import { type Address, zeroAddress } from 'viem'
import { xnodeOneAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { nameOf } from '../../internal/name.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/** In the order of the contract's numbers. */
const unitStates = ['minted', 'active', 'grace', 'lapsed'] as const

/** Where a unit is in its life; `grace` can still be renewed. */
export type UnitState = (typeof unitStates)[number]

/**
 * Gets an Xnode One: whose it is and until when.
 *
 * @param client Client to read with.
 * @param parameters Which unit.
 * @returns Owner, state, expiry, locker and series.
 * @throws OpenmeshError `ERC721NonexistentToken`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { owner, state, expiry } = await getUnit(client, { contracts, unit })
 */
export async function getUnit(
  client: ReadClient,
  { chainId, contracts, unit }: getUnit.Parameters,
): Promise<getUnit.ReturnType> {
  await checkChain(client, chainId)
  const about = {
    address: contracts.xnodeOne,
    abi: xnodeOneAbi,
    args: [unit],
  } as const
  const [owner, state, expiry, locker, series] = await Promise.all([
    read(client, { ...about, functionName: 'ownerOf' }),
    read(client, { ...about, functionName: 'stateOf' }),
    read(client, { ...about, functionName: 'expiryOf' }),
    read(client, { ...about, functionName: 'lockerOf' }),
    read(client, { ...about, functionName: 'seriesOf' }),
  ])
  return {
    owner,
    state: nameOf(unitStates, state),
    expiry: expiry === 0n ? undefined : expiry,
    locker: locker === zeroAddress ? undefined : locker,
    series,
  }
}

export namespace getUnit {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
  }
  export interface ReturnType {
    owner: Address
    state: UnitState
    /** Timestamp; undefined while it is not activated. */
    expiry: bigint | undefined
    /** Contract that locked it in place; undefined if it can be transferred. */
    locker: Address | undefined
    /** Number of its series. */
    series: number
  }
  export type ErrorType = ActionErrorType
}
