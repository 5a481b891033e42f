import { signTypedData } from 'viem/actions'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { read } from '../../internal/read.ts'
import type { ReadClient } from '../../types.ts'
import { type SignedChange, toSupport } from './ballot.ts'
import type { signVote } from './signVote.ts'

const types = {
  ChangeBallot: [
    { name: 'proposalId', type: 'uint256' },
    { name: 'support', type: 'uint8' },
    { name: 'voter', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
    { name: 'reason', type: 'string' },
    { name: 'params', type: 'bytes' },
  ],
} as const

/**
 * Signs a change of vote that anybody can send, with `relayVotes` for example.
 * Sends nothing.
 *
 * @param client Client to read the governor's domain and the nonce with.
 * @param parameters Which proposal, how from now on, why, until when, and who
 * signs.
 * @returns The signed change.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AccountMissing`, `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const change = await signChange(client, {
 *   contracts,
 *   proposalId,
 *   support: 'for',
 *   deadline,
 * })
 */
export async function signChange(
  client: ReadClient,
  parameters: signChange.Parameters,
): Promise<signChange.ReturnType> {
  const { chainId, contracts, deadline, proposalId, support } = parameters
  const account = signerOf(client, parameters.signer)
  const { reason = '', voter = account.address } = parameters
  checkAddress('voter', voter)
  await checkChain(client, chainId)
  const [number, params] = toSupport(support)
  const domain = await readDomain(client, contracts.openGovernor)
  const nonce = await read(client, {
    address: contracts.openGovernor,
    abi: openGovernorAbi,
    functionName: 'nonces',
    args: [voter, BigInt.asUintN(192, proposalId)],
  })
  const signature = await signTypedData(client, {
    account,
    domain,
    types,
    primaryType: 'ChangeBallot',
    message: {
      proposalId,
      support: number,
      voter,
      nonce,
      deadline,
      reason,
      params,
    },
  })
  const about = { voter, proposalId, support, reason }
  return { kind: 'change', ...about, deadline, signature }
}

export namespace signChange {
  export interface Parameters extends signVote.Parameters {
    /** Last timestamp at which the signature is accepted. */
    deadline: bigint
  }
  export type ReturnType = SignedChange
  export type ErrorType = ActionErrorType
}
