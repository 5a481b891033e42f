import { type Chain, defineChain } from 'viem'
import { chainNamed } from '../config/chains.ts'
import type { DevnetChainName } from '../config/devnet.ts'

export interface DevnetChainDefinition {
  readonly name: DevnetChainName
  readonly chain: Chain
  /** CCIP's own number of the chain. */
  readonly selector: bigint
  /** Whether CCIP's second network signs what comes in over the lanes. */
  readonly blessed: boolean
}

/**
 * The local chains. Ids and selectors are those that CCIP's official SDK has
 * in its table for local chains, so it works on the devnet as it is.
 */
export const devnetChains = {
  home: { ...definition('home', 8545), blessed: true },
  spoke: { ...definition('spoke', 8546), blessed: false },
  spokeTwo: { ...definition('spokeTwo', 8547), blessed: false },
} as const satisfies Record<DevnetChainName, DevnetChainDefinition>

function definition<name extends DevnetChainName>(name: name, port: number) {
  const { chainId, selector } = chainNamed(name)
  const chain = defineChain({
    id: chainId,
    name: `Openmesh devnet, ${name}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [`http://127.0.0.1:${port}`] } },
  })
  return { name, chain, selector }
}
