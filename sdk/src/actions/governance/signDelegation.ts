import type { Account, Address } from 'viem'
import { signTypedData } from 'viem/actions'
import { openTokenAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkAddress, checkChain } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import type { SignedDelegation } from './ballot.ts'

const types = {
  Delegation: [
    { name: 'delegator', type: 'address' },
    { name: 'delegatee', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint256' },
  ],
} as const

/**
 * Signs a delegation that anybody can send, with `relayVotes` for example.
 * Sends nothing. A permit or delegation that is used first makes it void.
 *
 * @param client Client to read the token's domain and the nonce with.
 * @param parameters To whom, until when, and who signs.
 * @returns The signed delegation.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AccountMissing`, `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const delegation = await signDelegation(other, {
 *   contracts,
 *   delegatee: client.account.address,
 *   expiry: deadline,
 * })
 */
export async function signDelegation(
  client: ReadClient,
  parameters: signDelegation.Parameters,
): Promise<signDelegation.ReturnType> {
  const { chainId, contracts, delegatee, expiry } = parameters
  const account = signerOf(client, parameters.signer)
  const { delegator = account.address } = parameters
  checkAddress('delegator', delegator)
  checkAddress('delegatee', delegatee)
  await checkChain(client, chainId)
  const domain = await readDomain(client, contracts.openToken)
  const nonce = await read(client, {
    address: contracts.openToken,
    abi: openTokenAbi,
    functionName: 'nonces',
    args: [delegator],
  })
  const message = { delegator, delegatee, nonce, expiry }
  const signature = await signTypedData(client, {
    account,
    domain,
    types,
    primaryType: 'Delegation',
    message,
  })
  return { kind: 'delegation', ...message, signature }
}

export namespace signDelegation {
  export interface Parameters extends ActionParameters {
    /** Who votes; zero for nobody. */
    delegatee: Address
    /** Last timestamp at which the signature is accepted. */
    expiry: bigint
    /** Who signs; the client's account when left out. */
    signer?: Account | Address | undefined
    /**
     * Who delegates, if that is a contract that `signer` signs for; `signer`
     * itself when left out.
     */
    delegator?: Address | undefined
  }
  export type ReturnType = SignedDelegation
  export type ErrorType = ActionErrorType
}
