import type { Account, Address, Hex } from 'viem'
import { signTypedData } from 'viem/actions'
import { openGovernorAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { markProposer, type ProposalContent, toLists } from './proposal.ts'

const types = {
  Propose: [
    { name: 'targets', type: 'address[]' },
    { name: 'values', type: 'uint256[]' },
    { name: 'calldatas', type: 'bytes[]' },
    { name: 'description', type: 'string' },
    { name: 'proposer', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** A proposal that its proposer signed, for anybody to submit. */
export interface SignedProposal {
  content: ProposalContent
  proposer: Address
  /** Last timestamp at which it is accepted. */
  deadline: bigint
  signature: Hex
}

/**
 * Signs a proposal that anybody can submit. Sends nothing. The description is
 * marked as the proposer's own, as `propose` does.
 *
 * @param client Client to read the governor's domain and the nonce with.
 * @param parameters What to do, why, until when, and who signs.
 * @returns The signed proposal, as `submitProposal` takes it.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AccountMissing`, `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const signed = await signProposal(client, {
 *   contracts,
 *   actions: [{ to: recipient, value: parseEther('2') }],
 *   description: '# Pay for another audit',
 *   deadline,
 * })
 */
export async function signProposal(
  client: ReadClient,
  parameters: signProposal.Parameters,
): Promise<signProposal.ReturnType> {
  const { actions, chainId, contracts, deadline } = parameters
  const account = signerOf(client, parameters.signer)
  const { proposer = account.address } = parameters
  checkAddress('proposer', proposer)
  for (const { to } of actions) checkAddress('to', to)
  await checkChain(client, chainId)
  const description = markProposer(parameters.description, proposer)
  const domain = await readDomain(client, contracts.openGovernor)
  const nonce = await read(client, {
    address: contracts.openGovernor,
    abi: openGovernorAbi,
    functionName: 'nonces',
    args: [proposer],
  })
  const [targets, values, calldatas] = toLists(actions)
  const signature = await signTypedData(client, {
    account,
    domain,
    types,
    primaryType: 'Propose',
    message: {
      targets,
      values,
      calldatas,
      description,
      proposer,
      nonce,
      deadline,
    },
  })
  return { content: { actions, description }, proposer, deadline, signature }
}

export namespace signProposal {
  export interface Parameters extends ActionParameters, ProposalContent {
    /** Last timestamp at which the signature is accepted. */
    deadline: bigint
    /** Who signs; the client's account when left out. */
    signer?: Account | Address | undefined
    /**
     * Who proposes, if that is a contract that `signer` signs for; `signer`
     * itself when left out.
     */
    proposer?: Address | undefined
  }
  export type ReturnType = SignedProposal
  export type ErrorType = ActionErrorType
}
