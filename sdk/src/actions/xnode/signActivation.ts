import type { Account, Address, Hex } from 'viem'
import { xnodeOneAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkChain } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { read } from '../../internal/read.ts'
import { sign } from '../../internal/sign.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

const types = {
  Activate: [
    { name: 'unit', type: 'uint256' },
    { name: 'owner', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** The word of a unit's owner that anybody may activate it. */
export interface ActivationPermission {
  /** Last timestamp at which it is accepted. */
  deadline: bigint
  signature: Hex
}

/**
 * Allows anybody to activate a unit, who then pays the gas. Sends nothing.
 *
 * The permission is good for the present owner's next signature only: any
 * other signed activation of the owner's takes it back.
 *
 * @param client Client to read the owner, its nonce and the domain with.
 * @param parameters Which unit, and until when.
 * @returns The permission, as `activateBySig` takes it.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `ERC721NonexistentToken`, `AccountMissing`,
 * `InvalidArguments`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const activation = await signActivation(client, { contracts, unit, deadline })
 */
export async function signActivation(
  client: ReadClient,
  parameters: signActivation.Parameters,
): Promise<signActivation.ReturnType> {
  const { chainId, contracts, deadline, unit } = parameters
  const account = signerOf(client, parameters.signer)
  await checkChain(client, chainId)
  const xnodeOne = { address: contracts.xnodeOne, abi: xnodeOneAbi } as const
  const owner = await read(client, {
    ...xnodeOne,
    functionName: 'ownerOf',
    args: [unit],
  })
  const nonce = await read(client, {
    ...xnodeOne,
    functionName: 'nonces',
    args: [owner],
  })
  const signature = await sign(
    client,
    {
      account,
      domain: await readDomain(client, contracts.xnodeOne),
      types,
      primaryType: 'Activate',
    },
    () => ({ unit, owner, nonce, deadline }),
  )
  return { deadline, signature }
}

export namespace signActivation {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** Last timestamp at which the permission is accepted. */
    deadline: bigint
    /**
     * The unit's owner, or who signs for it if it is a contract; the client's
     * account when left out.
     */
    signer?: Account | Address | undefined
  }
  export type ReturnType = ActivationPermission
  export type ErrorType = ActionErrorType
}
