import { type Hex, zeroHash } from 'viem'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets what the validators certified of a round, and who was present.
 *
 * @param client Client to read with.
 * @param parameters Which round.
 * @returns The root, undefined while there is none, and a bitmap of places in
 * the snapshot of the round's epoch.
 * @throws OpenmeshError `NoContract`, `WrongChain`.
 *
 * @example
 * const { present } = await getRound(client, { contracts, round })
 */
export async function getRound(
  client: ReadClient,
  { chainId, contracts, round }: getRound.Parameters,
): Promise<getRound.ReturnType> {
  await checkChain(client, chainId)
  const about = {
    address: contracts.accountability,
    abi: accountabilityAbi,
    args: [round],
  } as const
  const [root, present] = await readAll(client, [
    { ...about, functionName: 'rootOf' },
    { ...about, functionName: 'presentIn' },
  ])
  return { round, root: root === zeroHash ? undefined : root, present }
}

export namespace getRound {
  export interface Parameters extends ActionParameters {
    /** Days since 1970. */
    round: bigint
  }
  export interface ReturnType {
    round: bigint
    /** Undefined while nobody certified the round. */
    root: Hex | undefined
    /** One bit for each place. */
    present: bigint
  }
  export type ErrorType = ActionErrorType
}
