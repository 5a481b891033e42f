import { zeroAddress } from 'viem'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets the set of validators in charge of an epoch's rounds.
 *
 * @param client Client to read with.
 * @param parameters Which epoch.
 * @returns The members by their places; undefined when nobody stored the set.
 * @throws OpenmeshError `NoContract`, `WrongChain`.
 *
 * @example
 * const snapshot = await getSnapshot(client, { contracts, epoch })
 */
export async function getSnapshot(
  client: ReadClient,
  { chainId, contracts, epoch }: getSnapshot.Parameters,
): Promise<getSnapshot.ReturnType> {
  await checkChain(client, chainId)
  const { fromRound, members, pointer, totalWeight } = await read(client, {
    address: contracts.accountability,
    abi: accountabilityAbi,
    functionName: 'snapshotOf',
    args: [epoch],
  })
  if (pointer === zeroAddress) return undefined
  return {
    epoch,
    fromRound,
    totalWeight,
    members: members.map(({ id, weight }, place) => ({
      place,
      validator: id,
      weight,
    })),
  }
}

export namespace getSnapshot {
  export interface Parameters extends ActionParameters {
    /** Weeks since 1970. */
    epoch: bigint
  }
  export interface Member {
    /** Its bit in the bitmaps of the epoch's rounds. */
    place: number
    validator: bigint
    /** Own plus delegated stake in wei of OPEN. */
    weight: bigint
  }
  export interface Snapshot {
    epoch: bigint
    /** First round it is in charge of. */
    fromRound: bigint
    /** Wei of OPEN. */
    totalWeight: bigint
    members: Member[]
  }
  export type ReturnType = Snapshot | undefined
  export type ErrorType = ActionErrorType
}
