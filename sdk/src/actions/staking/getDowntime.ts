import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets what validators have missed of the rounds that count, and whether `jailDowntime` would find it too much.
 *
 * @param client Client to read with.
 * @param parameters Which validators.
 * @returns What each missed, in the same order.
 * @throws OpenmeshError `NoContract`, `WrongChain`.
 *
 * @example
 * const [downtime] = await getDowntime(client, {
 *   contracts,
 *   validators: [validator],
 * })
 */
export async function getDowntime(
  client: ReadClient,
  { chainId, contracts, validators }: getDowntime.Parameters,
): Promise<getDowntime.ReturnType> {
  await checkChain(client, chainId)
  const about = {
    address: contracts.accountability,
    abi: accountabilityAbi,
  } as const
  const [[limit], misses] = await Promise.all([
    readAll(client, [{ ...about, functionName: 'DOWNTIME_MISSES' }]),
    readAll(
      client,
      validators.map(
        (validator) =>
          ({ ...about, functionName: 'missesOf', args: [validator] }) as const,
      ),
    ),
  ])
  return misses.map(([missed, counted, lastMissed], index) => ({
    validator: validators[index] as bigint,
    missed: Number(missed),
    counted: Number(counted),
    lastMissed: lastMissed === 0n ? undefined : lastMissed,
    isDown: missed > limit,
  }))
}

export namespace getDowntime {
  export interface Parameters extends ActionParameters {
    /** Numbers of the validators. */
    validators: readonly bigint[]
  }
  export interface Downtime {
    validator: bigint
    /** Rounds missed, of those that count. */
    missed: number
    /** Rounds that count. */
    counted: number
    /** The last round missed; undefined for none. */
    lastMissed: bigint | undefined
    /** Whether a member of the set would be jailed for it. */
    isDown: boolean
  }
  export type ReturnType = Downtime[]
  export type ErrorType = ActionErrorType
}
