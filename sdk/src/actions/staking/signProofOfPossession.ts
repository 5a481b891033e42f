import type { Account, Address, Hex } from 'viem'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkChain, checkReceiver } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { sign } from '../../internal/sign.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

const types = {
  Possession: [
    { name: 'operator', type: 'address' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** A signing key's word that an operator may use it. */
export interface ProofOfPossession {
  /** Address of the signing key. */
  signer: Address
  /** Last timestamp at which it is accepted. */
  deadline: bigint
  signature: Hex
}

/**
 * Proves with a validator's signing key that an operator may use it, for
 * `registerValidator`. Sends nothing.
 *
 * A key serves one validator once and answers for what it signed for ever:
 * make a new one for each.
 *
 * @param client Client to read the contract's domain with.
 * @param parameters The key, the operator and the deadline.
 * @returns The proof.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AccountMissing`,
 * `InvalidArguments`, `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const proof = await signProofOfPossession(client, {
 *   contracts,
 *   signer: key,
 *   operator,
 *   deadline,
 * })
 */
export async function signProofOfPossession(
  client: ReadClient,
  parameters: signProofOfPossession.Parameters,
): Promise<signProofOfPossession.ReturnType> {
  const { chainId, contracts, deadline, operator } = parameters
  const account = signerOf(client, parameters.signer)
  checkReceiver('operator', operator)
  await checkChain(client, chainId)
  const signature = await sign(
    client,
    {
      account,
      domain: await readDomain(client, contracts.validatorStaking),
      types,
      primaryType: 'Possession',
    },
    () => ({ operator, deadline }),
  )
  return { signer: account.address, deadline, signature }
}

export namespace signProofOfPossession {
  export interface Parameters extends ActionParameters {
    /** Who will register the validator. */
    operator: Address
    /** Last timestamp at which the proof is accepted. */
    deadline: bigint
    /** The signing key; the client's account when left out. */
    signer?: Account | Address | undefined
  }
  export type ReturnType = ProofOfPossession
  export type ErrorType = ActionErrorType
}
