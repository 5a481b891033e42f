import type { Address } from 'viem'
import { watchBlockNumber } from 'viem/actions'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { getProposalDetails } from './getProposalDetails.ts'
import type { ProposalDetails } from './lens.ts'

/**
 * Watches a proposal: tells how it stands at once, and again after each block
 * that changed it, time included.
 *
 * @param client Client to read with.
 * @param parameters Which proposal, for whom, and whom to tell.
 * @returns What ends the watch.
 *
 * @example
 * const unwatch = watchProposal(client, {
 *   contracts,
 *   proposalId,
 *   onProposal: ({ state, tally }) => console.log(state, tally.votes),
 *   onError: console.log,
 * })
 * unwatch()
 */
export function watchProposal(
  client: ReadClient,
  parameters: watchProposal.Parameters,
): watchProposal.ReturnType {
  const { onError, onProposal, pollingInterval, ...about } = parameters
  let last = ''
  let isOver = false
  let isBusy = false
  const look = async () => {
    // A slow node is not asked twice at once; a block that comes meanwhile shows
    // with the next.
    if (isBusy) return
    isBusy = true
    try {
      const details = await getProposalDetails(client, about)
      const text = JSON.stringify(details, bigintAsText)
      if (isOver || text === last) return
      last = text
      onProposal(details)
    } catch (error) {
      if (!isOver) onError(error)
    } finally {
      isBusy = false
    }
  }
  const unwatch = watchBlockNumber(client, {
    emitOnBegin: true,
    onBlockNumber: look,
    onError,
    ...(pollingInterval === undefined ? {} : { poll: true, pollingInterval }),
  })
  return () => {
    isOver = true
    unwatch()
  }
}

export namespace watchProposal {
  export interface Parameters extends ActionParameters {
    proposalId: bigint
    /** Whose part to show; nobody's when left out. */
    account?: Address | undefined
    onProposal: (details: ProposalDetails) => void
    /** An error does not end the watch. */
    onError: (error: unknown) => void
    /** Milliseconds between two looks; the client's when left out. */
    pollingInterval?: number | undefined
  }
  export type ReturnType = () => void
  export type ErrorType = ActionErrorType
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
