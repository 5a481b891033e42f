import { type Address, zeroAddress } from 'viem'
import {
  xnodeOneAbi,
  xnodeRegistryAbi,
  xnodeRevenueAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type AssetAmount, assetOf } from '../../internal/asset.ts'
import { checkChain } from '../../internal/check.ts'
import { nameOf } from '../../internal/name.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type Host, toHost } from '../registry/host.ts'

/** In the order of the contract's numbers. */
const unitStates = ['minted', 'active', 'grace', 'lapsed'] as const

/** Where a unit is in its life; `grace` can still be renewed. */
export type UnitState = (typeof unitStates)[number]

/**
 * Gets an Xnode One, in one call of the node: whose it is and until when, who
 * rents it, what it runs where, and what it earned.
 *
 * @param client Client to read with.
 * @param parameters Which unit.
 * @returns The unit.
 * @throws OpenmeshError `ERC721NonexistentToken`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { owner, state, expiry, running } = await getUnit(client, {
 *   contracts,
 *   unit,
 * })
 */
export async function getUnit(
  client: ReadClient,
  { chainId, contracts, unit }: getUnit.Parameters,
): Promise<getUnit.ReturnType> {
  await checkChain(client, chainId)
  const args = [unit] as const
  const xnodeOne = {
    address: contracts.xnodeOne,
    abi: xnodeOneAbi,
    args,
  } as const
  const registry = {
    address: contracts.xnodeRegistry,
    abi: xnodeRegistryAbi,
    args,
  } as const
  const revenue = {
    address: contracts.xnodeRevenue,
    abi: xnodeRevenueAbi,
  } as const
  const [
    owner,
    series,
    state,
    activatedAt,
    expiry,
    locker,
    tenant,
    tenancyEnd,
    host,
    running,
    assets,
    accrued,
  ] = await readAll(client, [
    { ...xnodeOne, functionName: 'ownerOf' },
    { ...xnodeOne, functionName: 'seriesOf' },
    { ...xnodeOne, functionName: 'stateOf' },
    { ...xnodeOne, functionName: 'activatedAt' },
    { ...xnodeOne, functionName: 'expiryOf' },
    { ...xnodeOne, functionName: 'lockerOf' },
    { ...xnodeOne, functionName: 'userOf' },
    { ...xnodeOne, functionName: 'userExpires' },
    { ...registry, functionName: 'hostOf' },
    { ...registry, functionName: 'runningOn' },
    { ...revenue, functionName: 'assets' },
    { ...revenue, functionName: 'accrued', args },
  ])
  return {
    owner,
    state: nameOf(unitStates, state),
    activatedAt: activatedAt === 0n ? undefined : activatedAt,
    expiry: expiry === 0n ? undefined : expiry,
    locker: locker === zeroAddress ? undefined : locker,
    series,
    tenancy:
      tenant === zeroAddress ? undefined : { tenant, expires: tenancyEnd },
    host: toHost(host),
    running: toRunning(running),
    accrued: assets.map((address, place) => ({
      asset: assetOf(address),
      amount: accrued[place] ?? 0n,
    })),
  }
}

export namespace getUnit {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
  }
  /** Who rents a unit. */
  export interface Tenancy {
    tenant: Address
    /** Timestamp at which it ends. */
    expires: bigint
  }
  /** What the owner or tenant of now asks a unit to run. */
  export interface Running {
    /** Printable ASCII, chosen by the app's publisher. */
    app: string
    version: bigint
    /** How often something was deployed on the unit. */
    generation: bigint
  }
  export interface ReturnType {
    owner: Address
    state: UnitState
    /** Timestamp; undefined while it is not activated. */
    activatedAt: bigint | undefined
    /** Timestamp; undefined while it is not activated. */
    expiry: bigint | undefined
    /** Contract that locked it in place; undefined if it can be transferred. */
    locker: Address | undefined
    /** Number of its series. */
    series: number
    /** Undefined while there is no tenant. */
    tenancy: Tenancy | undefined
    /** Its machine; undefined if none was ever set. */
    host: Host | undefined
    /** Undefined for nothing, and while the unit is not active. */
    running: Running | undefined
    /**
     * What it earned and its owner is not credited with yet, by asset; the
     * stream is part of OPEN.
     */
    accrued: AssetAmount[]
  }
  export type ErrorType = ActionErrorType
}

function toRunning([app, version, generation]: readonly [
  string,
  bigint,
  bigint,
]): getUnit.Running | undefined {
  return app === '' ? undefined : { app, version, generation }
}
