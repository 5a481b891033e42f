import type { Address } from 'viem'
import { devnetAddresses } from './devnet.ts'

/** What is known of a chain before anything of ours stands on it. */
export interface ChainConfig {
  readonly name: string
  readonly chainId: number
  /** Home holds everything but the bridged token; a spoke only that. */
  readonly side: 'home' | 'spoke'
  /** CCIP's number of the chain. */
  readonly selector: bigint
  readonly router: Address
  readonly rmnProxy: Address
  readonly tokenAdminRegistry: Address
  readonly registryModuleOwnerCustom: Address
}

/** Home also takes payment, so it needs USDC and price feeds. */
export interface HomeConfig extends ChainConfig {
  readonly side: 'home'
  readonly usdc: Address
  readonly feeds: { readonly ethUsd: Address; readonly usdcUsd: Address }
}

const { home, spoke } = devnetAddresses

/*
 * CCIP's addresses of public chains: github.com/smartcontractkit/documentation,
 * src/config/data/ccip/v1_2_0, state of 2026-08-21. USDC: Circle's list. Feeds:
 * Chainlink's price feed directory.
 */
const chains = [
  {
    name: 'home',
    chainId: 31337,
    side: 'home',
    selector: 7759470850252068959n,
    router: home.router,
    rmnProxy: home.rmnProxy,
    tokenAdminRegistry: home.tokenAdminRegistry,
    registryModuleOwnerCustom: home.registryModuleOwnerCustom,
    usdc: home.usdc,
    feeds: { ethUsd: home.ethUsd, usdcUsd: home.usdcUsd },
  },
  {
    name: 'spoke',
    chainId: 1337,
    side: 'spoke',
    selector: 3379446385462418246n,
    router: spoke.router,
    rmnProxy: spoke.rmnProxy,
    tokenAdminRegistry: spoke.tokenAdminRegistry,
    registryModuleOwnerCustom: spoke.registryModuleOwnerCustom,
  },
  {
    name: 'sepolia',
    chainId: 11155111,
    side: 'home',
    selector: 16015286601757825753n,
    router: '0x0BF3dE8c5D3e8A2B34D2BEeB17ABfCeBaf363A59',
    rmnProxy: '0xba3f6251de62dED61Ff98590cB2fDf6871FbB991',
    tokenAdminRegistry: '0x95F29FEE11c5C55d26cCcf1DB6772DE953B37B82',
    registryModuleOwnerCustom: '0xa3c796d480638d7476792230da1E2ADa86e031b0',
    usdc: '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238',
    feeds: {
      ethUsd: '0x694AA1769357215DE4FAC081bf1f309aDC325306',
      usdcUsd: '0xA2F78ab2355fe2f984D808B5CeE7FD0A93D5270E',
    },
  },
  {
    name: 'baseSepolia',
    chainId: 84532,
    side: 'spoke',
    selector: 10344971235874465080n,
    router: '0xD3b06cEbF099CE7DA4AcCf578aaebFDBd6e88a93',
    rmnProxy: '0x99360767a4705f68CcCb9533195B761648d6d807',
    tokenAdminRegistry: '0x736D0bBb318c1B27Ff686cd19804094E66250e17',
    registryModuleOwnerCustom: '0x176ae8C6C11DD2c031B924CE1A0A43188035f3f6',
  },
] as const satisfies readonly (ChainConfig | HomeConfig)[]

/** Name of a chain, the same in Hardhat's configuration and on the command line. */
export type ChainName = (typeof chains)[number]['name']

/** Names of all chains we know. */
export const chainNames: readonly ChainName[] = chains.map(({ name }) => name)

/**
 * @param name Name of the chain.
 * @returns What is known of it.
 */
export function chainNamed(name: ChainName): ChainConfig {
  return chains.find((chain) => chain.name === name) as ChainConfig
}

/**
 * @param chainId EVM chain id.
 * @returns What is known of it.
 * @throws When the chain is not in the table.
 */
export function chainConfig(chainId: number): ChainConfig {
  const found = chains.find((chain) => chain.chainId === chainId)
  if (found !== undefined) return found
  throw new Error(
    `chain ${chainId} is unknown; known: ${chains
      .map((chain) => `${chain.chainId} (${chain.name})`)
      .join(', ')}; add it to config/chains.ts`,
  )
}

/**
 * @param chainId EVM chain id of a home chain.
 * @returns What is known of it.
 * @throws When the chain is no home chain.
 */
export function homeConfig(chainId: number): HomeConfig {
  const found = chainConfig(chainId)
  if (isHome(found)) return found
  throw new Error(
    `chain ${chainId} (${found.name}) is a spoke; this runs on a home chain`,
  )
}

function isHome(chain: ChainConfig): chain is HomeConfig {
  return chain.side === 'home'
}
