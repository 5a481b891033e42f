import { stakingLensAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { toValidator, type Validator } from './validator.ts'

/**
 * Lists validators with their weight, their commission and the room for more
 * stake, in one call of the node: those of the set, or a page of all.
 *
 * @param client Client to read with.
 * @param parameters Which of them; the first hundred when left out.
 * @returns The set in the order of its places, or the page by their numbers.
 * @throws OpenmeshError `NoContract`, `WrongChain`.
 *
 * @example
 * for (const one of await listValidators(client, { contracts, inSet: true }))
 *   console.log(one.validator, one.weight, one.room, one.commissionBps)
 */
export async function listValidators(
  client: ReadClient,
  parameters: listValidators.Parameters,
): Promise<listValidators.ReturnType> {
  const { chainId, contracts, count = 100n, first = 1n, inSet } = parameters
  await checkChain(client, chainId)
  const lens = { address: contracts.stakingLens, abi: stakingLensAbi } as const
  const answer = inSet
    ? await read(client, { ...lens, functionName: 'members' })
    : await read(client, {
        ...lens,
        functionName: 'validators',
        args: [first, count],
      })
  return answer.flatMap(({ delegated, id, own, room, validator }) => {
    const found = toValidator(validator, own, delegated)
    if (found === undefined) return []
    const { nextBps, nextEpoch } = delegated
    return {
      validator: id,
      ...found,
      weight: own.tokens + delegated.tokens,
      room,
      nextCommission:
        nextEpoch === 0
          ? undefined
          : { bps: nextBps, fromEpoch: BigInt(nextEpoch) },
    }
  })
}

export namespace listValidators {
  export interface Parameters extends ActionParameters {
    /** Only the set, all of it; the page does not matter then. */
    inSet?: boolean | undefined
    /** Number of the first on the page; 1 when left out. */
    first?: bigint | undefined
    /** Most on the page, which is shorter at the end; 100 when left out. */
    count?: bigint | undefined
  }
  export interface Listed extends Validator {
    /** Its number. */
    validator: bigint
    /** Own plus delegated stake in wei of OPEN. */
    weight: bigint
    /** Wei of OPEN that can still be delegated to it. */
    room: bigint
    /** A rise of the commission that waits; undefined for none. */
    nextCommission: { bps: number; fromEpoch: bigint } | undefined
  }
  export type ReturnType = Listed[]
  export type ErrorType = ActionErrorType
}
