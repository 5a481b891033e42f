import type { Address } from 'viem'
import { openTokenAbi } from '../../../../typechain-types/index.ts'
import { openTokenOf } from '../../contracts.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, Contracts, ReadClient } from '../../types.ts'

/**
 * Gets the votes delegated to an account: those of liquid, staked and vesting
 * OPEN, but not of bridged OPEN that is delivered and not yet settled.
 *
 * @param client Client to read with.
 * @param parameters Whose votes, and when.
 * @returns Votes in wei of OPEN.
 * @throws OpenmeshError `ERC5805FutureLookup` for a time that is not past,
 * `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const votes = await getVotes(client, { contracts, account })
 */
export async function getVotes(
  client: ReadClient,
  parameters: getVotes.Parameters,
): Promise<getVotes.ReturnType> {
  const { account, chainId, contracts, timepoint } = parameters
  checkAddress('account', account)
  await checkChain(client, chainId)
  const token = { address: openTokenOf(contracts), abi: openTokenAbi } as const
  return timepoint === undefined
    ? read(client, { ...token, functionName: 'getVotes', args: [account] })
    : read(client, {
        ...token,
        functionName: 'getPastVotes',
        args: [account, timepoint],
      })
}

export namespace getVotes {
  export interface Parameters extends ActionParameters<Contracts> {
    /** Delegatee. */
    account: Address
    /** A past timestamp in seconds; now when left out. */
    timepoint?: bigint | undefined
  }
  export type ReturnType = bigint
  export type ErrorType = ActionErrorType
}
