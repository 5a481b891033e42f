import type { Address } from 'viem'
import type { DevnetChain } from '../../devnet/index.ts'
import { deploy, deployPeer } from './harness.ts'
import type { PeerContract } from './peers.ts'

/**
 * Deploys a peer that initializes itself only behind a minimal proxy.
 *
 * @param chain Where.
 * @param from Who deploys.
 * @param name Its contract.
 * @returns The address of the proxy, not initialized yet.
 */
export async function deployBehindProxy(
  chain: DevnetChain,
  from: { readonly address: Address },
  name: PeerContract,
): Promise<Address> {
  const target = await deployPeer(chain, from, name)
  return deploy(chain, from, minimalProxy(target), [])
}

/** ERC-1167. */
function minimalProxy(target: Address) {
  const code = target.slice(2).toLowerCase()
  return {
    abi: [],
    bytecode: `0x3d602d80600a3d3981f3363d3d373d3d3d363d73${code}5af43d82803e903d91602b57fd5bf3`,
  } as const
}
