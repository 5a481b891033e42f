import { type Address, isAddressEqual, type TypedDataDomain } from 'viem'
import { getChainId, getEip712Domain } from 'viem/actions'
import { toOpenmeshError } from '../errors/decode.ts'
import { domainMismatch } from '../errors/sdkErrors.ts'
import type { ReadClient } from '../types.ts'
import { checkAddress } from './check.ts'

/**
 * Asks a contract what it wants signatures for, and refuses to sign for
 * another contract or chain.
 */
export async function readDomain(
  client: ReadClient,
  address: Address,
): Promise<TypedDataDomain> {
  checkAddress('The contract to sign for', address)
  const chainId = await getChainId(client)
  const { domain } = await getEip712Domain(client, { address }).catch(
    (error: unknown) => {
      throw toOpenmeshError(error, { address, functionName: 'eip712Domain' })
    },
  )
  if (
    domain.chainId !== chainId ||
    !isAddressEqual(domain.verifyingContract, address)
  )
    throw domainMismatch(
      address,
      [BigInt(domain.chainId), domain.verifyingContract],
      [BigInt(chainId), address],
    )
  const { name, version, verifyingContract } = domain
  return { name, version, chainId, verifyingContract }
}
