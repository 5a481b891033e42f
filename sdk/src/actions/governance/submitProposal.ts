import type { Address, Log } from 'viem'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import { toLists } from './proposal.ts'
import { madeBy, propose } from './propose.ts'
import type { SignedProposal } from './signProposal.ts'

/**
 * Submits a proposal that another account signed. The client's account pays the
 * gas; the signer is the proposer.
 *
 * @param client Wallet client of anybody.
 * @param parameters The signed proposal.
 * @returns What `propose` returns.
 * @throws OpenmeshError `GovernorInvalidSignature`,
 * `GovernorProposeBySig_SignatureExpired`, and what `propose` throws.
 *
 * @example
 * const made = await submitProposal(other, { contracts, signed })
 */
export async function submitProposal(
  client: WalletClient,
  parameters: submitProposal.Parameters,
): Promise<submitProposal.ReturnType> {
  const { chainId, signed } = parameters
  const call = submitProposal.call(parameters)
  const receipt = await execute(client, call, chainId)
  const { content } = signed
  return { receipt, content, ...madeBy(receipt, call.address) }
}

export namespace submitProposal {
  export interface Parameters extends ActionParameters {
    /** What the proposer signed. */
    signed: SignedProposal
  }
  export type ReturnType = propose.ReturnType
  export type ErrorType = ActionErrorType

  /** The contract call, for batches. */
  export function call({ contracts, signed }: Parameters): Call {
    const { content, deadline, proposer, signature } = signed
    const { actions, description } = content
    return defineCall({
      address: contracts.openGovernor,
      abi: openGovernorAbi,
      functionName: 'proposeBySig',
      args: [...toLists(actions), description, proposer, deadline, signature],
    })
  }

  /** The proposal in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return propose.extractEvent(logs, address)
  }
}
