import { type Chain, defineChain } from 'viem'
import type { DevnetChainName } from '../config/devnet.ts'

export interface DevnetChainDefinition {
  readonly name: DevnetChainName
  readonly chain: Chain
  /** CCIP's own number of the chain. */
  readonly selector: bigint
  /** Whether CCIP's second network signs what comes in over the lanes. */
  readonly blessed: boolean
}

const ether = { name: 'Ether', symbol: 'ETH', decimals: 18 }

/**
 * The local chains. Ids and selectors are those that CCIP's official SDK has
 * in its table for local chains, so it works on the devnet as it is.
 */
export const devnetChains = {
  home: {
    name: 'home',
    chain: defineChain({
      id: 31337,
      name: 'Openmesh devnet, home',
      nativeCurrency: ether,
      rpcUrls: { default: { http: ['http://127.0.0.1:8545'] } },
    }),
    selector: 7759470850252068959n,
    blessed: true,
  },
  spoke: {
    name: 'spoke',
    chain: defineChain({
      id: 1337,
      name: 'Openmesh devnet, spoke',
      nativeCurrency: ether,
      rpcUrls: { default: { http: ['http://127.0.0.1:8546'] } },
    }),
    selector: 3379446385462418246n,
    blessed: false,
  },
} as const satisfies Record<DevnetChainName, DevnetChainDefinition>
