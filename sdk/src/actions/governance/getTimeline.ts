import { getAbiItem, type Hex } from 'viem'
import { getBlock, getLogs } from 'viem/actions'
import {
  councilGuardAbi,
  openGovernorAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import { read } from '../../internal/read.ts'
import type {
  ActionParameters,
  HomeContracts,
  ReadClient,
} from '../../types.ts'
import { getProposalDetails } from './getProposalDetails.ts'
import type { ProposalDetails } from './lens.ts'

const events = [
  getAbiItem({ abi: openGovernorAbi, name: 'ProposalCreated' }),
  getAbiItem({ abi: openGovernorAbi, name: 'ProposalExtended' }),
  getAbiItem({ abi: openGovernorAbi, name: 'ProposalQueued' }),
  getAbiItem({ abi: openGovernorAbi, name: 'ProposalExecuted' }),
  getAbiItem({ abi: openGovernorAbi, name: 'ProposalCanceled' }),
  getAbiItem({ abi: councilGuardAbi, name: 'ProposalCancelled' }),
] as const

const names = {
  ProposalCreated: 'proposed',
  ProposalExtended: 'extended',
  ProposalQueued: 'queued',
  ProposalExecuted: 'executed',
  ProposalCanceled: 'canceled',
  ProposalCancelled: 'canceledByCouncil',
} as const

/** Something that happened to a proposal, or is to come by the clock. */
export interface Milestone {
  what:
    | (typeof names)[keyof typeof names]
    | 'votingBegins'
    | 'votingEnds'
    | 'executable'
    | 'approvalExpires'
  /** Timestamp. */
  at: bigint
  /** Where it happened; undefined for what the clock alone brings. */
  transactionHash: Hex | undefined
}

/**
 * Gets the life of a proposal: what happened, by events, and what the clock
 * brings, as of now.
 *
 * @param client Client to read with.
 * @param parameters Which proposal, and which blocks to search.
 * @returns The milestones by time.
 * @throws OpenmeshError `GovernorNonexistentProposal`, `AmountTooSmall` for a
 * range of no blocks, `NoContract`, `WrongChain`.
 *
 * @example
 * const milestones = await getTimeline(client, { contracts, proposalId })
 */
export async function getTimeline(
  client: ReadClient,
  parameters: getTimeline.Parameters,
): Promise<getTimeline.ReturnType> {
  const { chainId, contracts, proposalId } = parameters
  const about = { chainId, contracts, proposalId }
  const details = await getProposalDetails(client, about)
  const { found } = await searchBlocks(
    client,
    parameters,
    (fromBlock, toBlock) =>
      getLogs(client, {
        address: [contracts.openGovernor, contracts.councilGuard],
        events,
        fromBlock,
        toBlock,
        strict: true,
      }),
  )
  const own = found.filter(({ args }) => args.proposalId === details.proposalId)
  const happened = own.map(
    async ({ blockNumber, eventName, transactionHash }): Promise<Milestone> => {
      const { timestamp } = await getBlock(client, { blockNumber })
      return { what: names[eventName], at: timestamp, transactionHash }
    },
  )
  const milestones = [
    ...(await Promise.all(happened)),
    ...byClock(details),
    ...(await expiryOf(client, contracts, details)),
  ]
  return milestones.sort((one, other) => Number(one.at - other.at))
}

export namespace getTimeline {
  export interface Parameters extends ActionParameters, BlockParameters {
    proposalId: bigint
  }
  export type ReturnType = Milestone[]
  export type ErrorType = ActionErrorType
}

/** Once an approval has expired, the lens no longer tells when. */
async function expiryOf(
  client: ReadClient,
  { openGovernor }: HomeContracts,
  { schedule, state }: ProposalDetails,
): Promise<Milestone[]> {
  if (state !== 'expired') return []
  const grace = await read(client, {
    address: openGovernor,
    abi: openGovernorAbi,
    functionName: 'gracePeriod',
  })
  const at = (schedule.eta ?? schedule.deadline) + grace
  return [{ what: 'approvalExpires', at, transactionHash: undefined }]
}

/** A canceled proposal has no future. */
function byClock({ schedule, state }: ProposalDetails): Milestone[] {
  const { approvalExpiry, deadline, eta, snapshot } = schedule
  const dates = [
    ['votingBegins', snapshot],
    ['votingEnds', deadline],
    ['executable', eta],
    ['approvalExpires', approvalExpiry],
  ] as const
  if (state === 'canceled') return []
  return dates.flatMap(([what, at]) =>
    at === undefined ? [] : [{ what, at, transactionHash: undefined }],
  )
}
