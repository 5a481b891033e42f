import { type Address, getAbiItem, hexToBigInt, slice } from 'viem'
import { getLogs } from 'viem/actions'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { getProposalDetails } from './getProposalDetails.ts'
import { toWeights, type Weights } from './lens.ts'

const events = [
  getAbiItem({ abi: openGovernorAbi, name: 'VoteCast' }),
  getAbiItem({ abi: openGovernorAbi, name: 'VoteCastWithParams' }),
  getAbiItem({ abi: openGovernorAbi, name: 'VoteChanged' }),
] as const

/** A voter's ballot as it stands. */
export interface VoterBallot {
  voter: Address
  /** Wei of OPEN. */
  ballot: Weights
  /** What was said with the latest vote or change. */
  reason: string
  /** Block of the latest vote or change. */
  blockNumber: bigint
}

/**
 * Lists who voted how on a proposal, by events: parts of a vote are added up,
 * changed votes are as changed.
 *
 * @param client Client to read with.
 * @param parameters Which proposal, and which blocks to search: from that of
 * the proposal on at best.
 * @returns The ballots, in the order of the first votes.
 * @throws OpenmeshError `GovernorNonexistentProposal`, `AmountTooSmall` for a
 * range of no blocks, `NoContract`, `WrongChain`.
 *
 * @example
 * const ballots = await listVotes(client, { contracts, proposalId })
 * const voters = ballots.map(({ voter }) => voter)
 */
export async function listVotes(
  client: ReadClient,
  parameters: listVotes.Parameters,
): Promise<listVotes.ReturnType> {
  const { chainId, contracts } = parameters
  const about = { chainId, contracts, proposalId: parameters.proposalId }
  // Nobody voted on what is not there, which would look like an answer.
  const { proposalId } = await getProposalDetails(client, about)
  const { found } = await searchBlocks(
    client,
    parameters,
    (fromBlock, toBlock) =>
      getLogs(client, {
        address: contracts.openGovernor,
        events,
        fromBlock,
        toBlock,
        strict: true,
      }),
  )
  const ballots = new Map<Address, VoterBallot>()
  for (const log of found) {
    const { args, blockNumber } = log
    // OpenZeppelin's events do not index it.
    if (args.proposalId !== proposalId) continue
    const { reason, voter } = args
    const before = ballots.get(voter)?.ballot ?? none
    const ballot =
      log.eventName === 'VoteChanged'
        ? toWeights(log.args)
        : sum(before, weightsOf(log.args))
    ballots.set(voter, { voter, ballot, reason, blockNumber })
  }
  return [...ballots.values()]
}

export namespace listVotes {
  export interface Parameters extends ActionParameters, BlockParameters {
    proposalId: bigint
  }
  export type ReturnType = VoterBallot[]
  export type ErrorType = ActionErrorType
}

const none: Weights = { against: 0n, for: 0n, abstain: 0n }

function sum(one: Weights, other: Weights): Weights {
  return {
    against: one.against + other.against,
    for: one.for + other.for,
    abstain: one.abstain + other.abstain,
  }
}

function weightsOf(vote: {
  support: number
  weight: bigint
  params?: `0x${string}`
}): Weights {
  const { params = '0x', support, weight } = vote
  if (support === 0) return { ...none, against: weight }
  if (support === 1) return { ...none, for: weight }
  if (support === 2) return { ...none, abstain: weight }
  return {
    against: hexToBigInt(slice(params, 0, 16)),
    for: hexToBigInt(slice(params, 16, 32)),
    abstain: hexToBigInt(slice(params, 32, 48)),
  }
}
