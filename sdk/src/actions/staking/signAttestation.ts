import type { Account, Address, Hex } from 'viem'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkChain } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { sign } from '../../internal/sign.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { attestationTypes, type Statement, type Topic } from './attestation.ts'

/**
 * Signs a statement with a validator's signing key. Sends nothing.
 *
 * Signing two roots about one topic is equivocation: it costs 5 % of the
 * validator's stake and its place for ever.
 *
 * @param client Client to read the contract's domain with.
 * @param parameters The key, the topic and the root.
 * @returns The statement, as `reportEquivocation` takes it.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AccountMissing`,
 * `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const statement = await signAttestation(client, {
 *   contracts,
 *   signer: key,
 *   topic,
 *   root,
 * })
 */
export async function signAttestation(
  client: ReadClient,
  parameters: signAttestation.Parameters,
): Promise<signAttestation.ReturnType> {
  const { chainId, contracts, root, topic } = parameters
  const account = signerOf(client, parameters.signer)
  await checkChain(client, chainId)
  const signature = await sign(
    client,
    {
      account,
      domain: await readDomain(client, contracts.accountability),
      types: attestationTypes,
      primaryType: 'Attestation',
    },
    () => ({ ...topic, root }),
  )
  return { root, signature }
}

export namespace signAttestation {
  export interface Parameters extends ActionParameters {
    topic: Topic
    /** What the key says about it. */
    root: Hex
    /** The signing key; the client's account when left out. */
    signer?: Account | Address | undefined
  }
  export type ReturnType = Statement
  export type ErrorType = ActionErrorType
}
