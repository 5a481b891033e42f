import type { Address } from 'viem'
import { governanceLensAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain, checkReceiver } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { somebody, toZeroReason, type ZeroReason } from './lens.ts'

/**
 * Gets what an account's votes are made of, and what it can do with them, in
 * one call of the node.
 *
 * @param client Client to read with.
 * @param parameters Whose votes.
 * @returns Its OPEN, by where it lies, and its votes, by whom they are from.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { votes, own, received } = await getPower(client, {
 *   contracts,
 *   account,
 * })
 */
export async function getPower(
  client: ReadClient,
  parameters: getPower.Parameters,
): Promise<getPower.ReturnType> {
  const { account, chainId, contracts } = parameters
  checkReceiver('account', account)
  await checkChain(client, chainId)
  const answer = await read(client, {
    address: contracts.governanceLens,
    abi: governanceLensAbi,
    functionName: 'getAccount',
    args: [account],
  })
  const { balance, delegatee, escrowed, latestProposal, votes } = answer
  const pending = answer.pendingVotes
  const own = delegatee === answer.account ? balance + escrowed - pending : 0n
  return {
    account: answer.account,
    balance,
    staked: escrowed,
    pending,
    delegatee: somebody(delegatee),
    votes,
    own,
    received: votes - own,
    threshold: answer.threshold,
    mayPropose: answer.mayPropose,
    latestProposal: latestProposal === 0n ? undefined : latestProposal,
    whyZero: toZeroReason(answer.whyZero),
  }
}

export namespace getPower {
  export interface Parameters extends ActionParameters {
    /** Whose votes. */
    account: Address
  }
  export interface ReturnType {
    account: Address
    /** Wei of OPEN that it holds itself. */
    balance: bigint
    /** Wei of OPEN that escrows, such as staking, hold for it. */
    staked: bigint
    /** Wei of its balance that came over the bridge and is not settled yet. */
    pending: bigint
    /** Who votes with its OPEN; undefined for nobody. */
    delegatee: Address | undefined
    /** Votes, in wei of OPEN: `own` and `received`. */
    votes: bigint
    /** Votes of its own OPEN; none unless it delegates to itself. */
    own: bigint
    /** Votes that others delegate to it, its vesting wallets among them. */
    received: bigint
    /** Votes that a proposer needs. */
    threshold: bigint
    /** Whether it has them, and no proposal whose vote is still to end. */
    mayPropose: boolean
    /** The proposal it made last. */
    latestProposal: bigint | undefined
    /** Why it has no votes; undefined when it has some. */
    whyZero: ZeroReason | undefined
  }
  export type ErrorType = ActionErrorType
}
