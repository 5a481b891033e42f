import type { Account, Address } from 'viem'
import { signTypedData } from 'viem/actions'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import {
  checkWeight,
  type SignedVote,
  type Support,
  toSupport,
} from './ballot.ts'

const ballot = [
  { name: 'proposalId', type: 'uint256' },
  { name: 'support', type: 'uint8' },
  { name: 'voter', type: 'address' },
  { name: 'nonce', type: 'uint256' },
] as const

const types = {
  Ballot: ballot,
  ExtendedBallot: [
    ...ballot,
    { name: 'reason', type: 'string' },
    { name: 'params', type: 'bytes' },
  ],
} as const

/**
 * Signs a vote that anybody can send, with `relayVotes` for example: voting
 * then needs no ETH. Sends nothing.
 *
 * The signature is good while voting lasts, until the voter votes by another
 * signature or changes the vote.
 *
 * @param client Client to read the governor's domain and the nonce with.
 * @param parameters Which proposal, how, why, and who signs.
 * @returns The signed vote.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AmountTooSmall` for a split without weight, `AccountMissing`,
 * `InvalidAddress`, `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const vote = await signVote(other, {
 *   contracts,
 *   proposalId,
 *   support: 'for',
 * })
 */
export async function signVote(
  client: ReadClient,
  parameters: signVote.Parameters,
): Promise<signVote.ReturnType> {
  const { chainId, contracts, proposalId, reason = '', support } = parameters
  const account = signerOf(client, parameters.signer)
  const { voter = account.address } = parameters
  checkAddress('voter', voter)
  const [number, params] = toSupport(support)
  checkWeight(support)
  await checkChain(client, chainId)
  const domain = await readDomain(client, contracts.openGovernor)
  const nonce = await read(client, {
    address: contracts.openGovernor,
    abi: openGovernorAbi,
    functionName: 'nonces',
    args: [voter, BigInt.asUintN(192, proposalId)],
  })
  const message = { proposalId, support: number, voter, nonce }
  const signature =
    reason === '' && params === '0x'
      ? await signTypedData(client, {
          account,
          domain,
          types,
          primaryType: 'Ballot',
          message,
        })
      : await signTypedData(client, {
          account,
          domain,
          types,
          primaryType: 'ExtendedBallot',
          message: { ...message, reason, params },
        })
  return { kind: 'vote', voter, proposalId, support, reason, signature }
}

export namespace signVote {
  export interface Parameters extends ActionParameters {
    proposalId: bigint
    support: Support
    /** Text that goes on chain; none when left out. */
    reason?: string | undefined
    /** Who signs; the client's account when left out. */
    signer?: Account | Address | undefined
    /**
     * Who votes, if that is a contract that `signer` signs for; `signer` itself
     * when left out.
     */
    voter?: Address | undefined
  }
  export type ReturnType = SignedVote
  export type ErrorType = ActionErrorType
}
