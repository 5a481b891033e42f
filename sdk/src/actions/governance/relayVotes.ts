import {
  type Address,
  type Hex,
  isAddressEqual,
  type Log,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem'
import {
  openGovernorAbi,
  openTokenAbi,
  voteRelayAbi,
} from '../../../../typechain-types/index.ts'
import { contractError, decodeRevert } from '../../errors/decode.ts'
import type {
  ActionErrorType,
  OpenmeshError,
} from '../../errors/OpenmeshError.ts'
import { notRelayable } from '../../errors/sdkErrors.ts'
import { defineCall, encode } from '../../internal/call.ts'
import { checkPositive } from '../../internal/check.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { type SignedBallot, toSupport } from './ballot.ts'

/**
 * Sends signed votes, changes of votes and delegations of many accounts in one
 * transaction. The client's account pays the gas and is refunded from the
 * relay's pot, as far as items count and caps allow.
 *
 * @param client Wallet client of anybody.
 * @param parameters What was signed.
 * @returns The receipt, what was relayed, what failed and why, and the refund.
 * One that fails stops no other.
 * @throws OpenmeshError `AmountTooSmall` for none, `VoteRelay_GasTooLow`,
 * `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { relayed, failed, refund } = await relayVotes(client, {
 *   contracts,
 *   signed: [vote, change, delegation],
 * })
 */
export async function relayVotes(
  client: WalletClient,
  parameters: relayVotes.Parameters,
): Promise<relayVotes.ReturnType> {
  const call = relayVotes.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const events = relayVotes.extractEvents(receipt.logs, call.address)
  const sorted = inOrder(parameters.signed)
  const relayed: SignedBallot[] = []
  const failed: FailedBallot[] = []
  let refund = 0n
  for (const event of events) {
    if (event.eventName === 'Refunded') {
      refund += event.args.amount
      continue
    }
    const signed = sorted[Number(event.args.item)]
    if (signed === undefined) continue
    if (event.eventName === 'ItemRelayed') relayed.push(signed)
    else failed.push({ signed, reason: reasonOf(event.args.reason) })
  }
  return { receipt, relayed, failed, refund }
}

/** A signed item that failed and changed nothing. */
export interface FailedBallot {
  signed: SignedBallot
  /** Refusal of the governor or of OPEN; undefined when it ran out of gas. */
  reason: OpenmeshError | undefined
}

function reasonOf(data: Hex): OpenmeshError | undefined {
  const decoded = decodeRevert(data)
  return decoded === undefined ? undefined : contractError(decoded)
}

export namespace relayVotes {
  export interface Parameters extends ActionParameters {
    /** Of one account's on one proposal, in the order in which it signed. */
    signed: readonly SignedBallot[]
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    relayed: SignedBallot[]
    failed: FailedBallot[]
    /** Wei paid or credited to the client's account. */
    refund: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches; ballots of a proposal stand together. */
  export function call({ contracts, signed }: Parameters): Call {
    checkPositive('The number of items', BigInt(signed.length))
    for (const [index, { kind }] of signed.entries())
      if (!kinds.includes(kind)) throw notRelayable(index)
    return defineCall({
      address: contracts.voteRelay,
      abi: voteRelayAbi,
      functionName: 'relay',
      args: [inOrder(signed).map(toItem)],
    })
  }

  /** What the relay says in a receipt's logs. */
  export function extractEvents(logs: Log[], address?: Address) {
    return parseEventLogs({
      abi: voteRelayAbi,
      eventName: ['ItemRelayed', 'ItemFailed', 'Refunded'],
      logs: logs.filter(
        (log) => address === undefined || isAddressEqual(log.address, address),
      ),
    })
  }
}

const kinds: readonly string[] = [
  'vote',
  'change',
  'delegation',
] satisfies SignedBallot['kind'][]

/** Each change of proposal costs the books of a refund; delegations stand first. */
function inOrder(signed: readonly SignedBallot[]): readonly SignedBallot[] {
  const proposals = new Map<bigint, SignedBallot[]>([[0n, []]])
  for (const item of signed) {
    const key = item.kind === 'delegation' ? 0n : item.proposalId
    const others = proposals.get(key)
    if (others === undefined) proposals.set(key, [item])
    else others.push(item)
  }
  return [...proposals.values()].flat()
}

function toItem(signed: SignedBallot): Hex {
  const { signature } = signed
  if (signed.kind === 'delegation')
    return encode({
      abi: openTokenAbi,
      functionName: 'delegateBySig',
      args: [
        signed.delegator,
        signed.delegatee,
        signed.nonce,
        signed.expiry,
        signature,
      ],
    })
  const { proposalId, reason, voter } = signed
  const [number, params] = toSupport(signed.support)
  if (signed.kind === 'change')
    return encode({
      abi: openGovernorAbi,
      functionName: 'changeVoteBySig',
      args: [
        proposalId,
        number,
        voter,
        signed.deadline,
        reason,
        params,
        signature,
      ],
    })
  if (reason === '' && params === '0x')
    return encode({
      abi: openGovernorAbi,
      functionName: 'castVoteBySig',
      args: [proposalId, number, voter, signature],
    })
  return encode({
    abi: openGovernorAbi,
    functionName: 'castVoteWithReasonAndParamsBySig',
    args: [proposalId, number, voter, reason, params, signature],
  })
}
