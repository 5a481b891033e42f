import {
  type Address,
  isAddressEqual,
  parseAbi,
  type TypedDataDomain,
} from 'viem'
import { getChainId } from 'viem/actions'
import { domainMismatch } from '../errors/sdkErrors.ts'
import type { ReadClient } from '../types.ts'
import { read } from './read.ts'

const abi = parseAbi([
  'function eip712Domain() view returns (bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)',
])

/**
 * Asks a contract what it wants signatures for (EIP-5267), and refuses to sign
 * for another contract or chain.
 */
export async function readDomain(
  client: ReadClient,
  address: Address,
): Promise<TypedDataDomain> {
  const here = BigInt(await getChainId(client))
  const [, name, version, chainId, verifyingContract] = await read(client, {
    address,
    abi,
    functionName: 'eip712Domain',
  })
  if (chainId !== here || !isAddressEqual(verifyingContract, address))
    throw domainMismatch(address, [chainId, verifyingContract], [here, address])
  return { name, version, chainId, verifyingContract }
}
