import { type Address, getAbiItem, isAddressEqual, zeroAddress } from 'viem'
import { getLogs } from 'viem/actions'
import {
  governanceLensAbi,
  openGovernorAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import { checkAddress, checkChain, checkCode } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type ProposalDetails, toDetails } from './lens.ts'
import type { ProposalContent } from './proposal.ts'

const created = getAbiItem({ abi: openGovernorAbi, name: 'ProposalCreated' })

/** Proposals of which one `eth_call` tells, well within any node's gas. */
const PER_CALL = 50

/**
 * Lists the proposals that were made, by events, each with its content and all
 * that `getProposalDetails` tells.
 *
 * @param client Client to read with.
 * @param parameters Which blocks to search, whose proposals, and for whom.
 * @returns The proposals, oldest first, as they stand now.
 * @throws OpenmeshError `InvalidAddress`, `AmountTooSmall` for a range of no
 * blocks, `NoContract`, `WrongChain`.
 *
 * @example
 * const proposals = await listProposals(client, { contracts })
 * const open = proposals.filter(({ state }) => state === 'active')
 */
export async function listProposals(
  client: ReadClient,
  parameters: listProposals.Parameters,
): Promise<listProposals.ReturnType> {
  const { account = zeroAddress, chainId, contracts, proposer } = parameters
  checkAddress('account', account)
  if (proposer !== undefined) checkAddress('proposer', proposer)
  await checkChain(client, chainId)
  await checkCode(client, contracts.openGovernor)
  const { found } = await searchBlocks(
    client,
    parameters,
    (fromBlock, toBlock) =>
      getLogs(client, {
        address: contracts.openGovernor,
        event: created,
        fromBlock,
        toBlock,
        strict: true,
      }),
  )
  // The event's proposer is not indexed.
  const births = found.filter(
    ({ args }) =>
      proposer === undefined || isAddressEqual(args.proposer, proposer),
  )
  const proposals: ProposalSummary[] = []
  for (let from = 0; from < births.length; from += PER_CALL) {
    const some = births.slice(from, from + PER_CALL)
    const answers = await read(client, {
      address: contracts.governanceLens,
      abi: governanceLensAbi,
      functionName: 'getProposals',
      args: [some.map(({ args }) => args.proposalId), account],
    })
    for (const [index, { args, blockNumber }] of some.entries()) {
      const answer = answers[index]
      const details = answer === undefined ? undefined : toDetails(answer)
      if (details !== undefined)
        proposals.push({ ...details, content: toContent(args), blockNumber })
    }
  }
  return proposals
}

/** A proposal and what it says. */
export interface ProposalSummary extends ProposalDetails {
  /** What `queueProposal`, `executeProposal` and `cancelProposal` take. */
  content: ProposalContent
  /** Block in which it was proposed. */
  blockNumber: bigint
}

export namespace listProposals {
  export interface Parameters extends ActionParameters, BlockParameters {
    /** Who proposed; anybody when left out. */
    proposer?: Address | undefined
    /** Whose part in them to show; nobody's when left out. */
    account?: Address | undefined
  }
  export type ReturnType = ProposalSummary[]
  export type ErrorType = ActionErrorType
}

function toContent(event: {
  targets: readonly Address[]
  values: readonly bigint[]
  calldatas: readonly `0x${string}`[]
  description: string
}): ProposalContent {
  const { calldatas, description, targets, values } = event
  const actions = targets.map((to, index) => ({
    to,
    value: values[index] ?? 0n,
    data: calldatas[index] ?? '0x',
  }))
  return { actions, description }
}
