import type { Address } from 'viem'
import { devnetAddresses } from './devnet.ts'

/** What is known of a chain before anything of ours stands on it. */
export interface ChainConfig {
  readonly name: string
  readonly chainId: number
  /** Lanes join chains of one kind only. */
  readonly kind: 'local' | 'testnet' | 'mainnet'
  /** Home holds everything but the bridged token; a spoke only that. */
  readonly side: 'home' | 'spoke'
  /** CCIP's number of the chain. */
  readonly selector: bigint
  readonly router: Address
  readonly rmnProxy: Address
  readonly tokenAdminRegistry: Address
  readonly registryModuleOwnerCustom: Address
  /** What CCIP's fees can be paid with, besides the native coin. */
  readonly link: Address
  readonly wrappedNative: Address
}

/** Home also takes payment and sOPEN, so it needs USDC, price feeds and that. */
export interface HomeConfig extends ChainConfig {
  readonly side: 'home'
  readonly usdc: Address
  /** sOPEN, which is redeemed for OPEN. */
  readonly syntheticOpen: Address
  readonly feeds: { readonly ethUsd: Address; readonly usdcUsd: Address }
}

const { home, spoke, spokeTwo } = devnetAddresses

/*
 * CCIP's addresses of public chains: github.com/smartcontractkit/documentation,
 * src/config/data/ccip/v1_2_0, state of 2026-08-21. LINK and wrapped native
 * coins: Chainlink's LINK token page and each chain's own list. USDC: Circle's
 * list. Feeds: Chainlink's price feed directory. sOPEN: Openmesh's repository
 * open-token, deployed to the same address on Ethereum and Sepolia.
 */
const chains = [
  {
    name: 'home',
    chainId: 31337,
    kind: 'local',
    side: 'home',
    selector: 7759470850252068959n,
    router: home.router,
    rmnProxy: home.rmnProxy,
    tokenAdminRegistry: home.tokenAdminRegistry,
    registryModuleOwnerCustom: home.registryModuleOwnerCustom,
    link: home.link,
    wrappedNative: home.wrappedNative,
    usdc: home.usdc,
    syntheticOpen: home.syntheticOpen,
    feeds: { ethUsd: home.ethUsd, usdcUsd: home.usdcUsd },
  },
  {
    name: 'spoke',
    chainId: 1337,
    kind: 'local',
    side: 'spoke',
    selector: 3379446385462418246n,
    router: spoke.router,
    rmnProxy: spoke.rmnProxy,
    tokenAdminRegistry: spoke.tokenAdminRegistry,
    registryModuleOwnerCustom: spoke.registryModuleOwnerCustom,
    link: spoke.link,
    wrappedNative: spoke.wrappedNative,
  },
  {
    name: 'spokeTwo',
    chainId: 90000001,
    kind: 'local',
    side: 'spoke',
    selector: 909606746561742123n,
    router: spokeTwo.router,
    rmnProxy: spokeTwo.rmnProxy,
    tokenAdminRegistry: spokeTwo.tokenAdminRegistry,
    registryModuleOwnerCustom: spokeTwo.registryModuleOwnerCustom,
    link: spokeTwo.link,
    wrappedNative: spokeTwo.wrappedNative,
  },
  {
    name: 'sepolia',
    chainId: 11155111,
    kind: 'testnet',
    side: 'home',
    selector: 16015286601757825753n,
    router: '0x0BF3dE8c5D3e8A2B34D2BEeB17ABfCeBaf363A59',
    rmnProxy: '0xba3f6251de62dED61Ff98590cB2fDf6871FbB991',
    tokenAdminRegistry: '0x95F29FEE11c5C55d26cCcf1DB6772DE953B37B82',
    registryModuleOwnerCustom: '0xa3c796d480638d7476792230da1E2ADa86e031b0',
    link: '0x779877A7B0D9E8603169DdbD7836e478b4624789',
    wrappedNative: '0x097D90c9d3E0B50Ca60e1ae45F6A81010f9FB534',
    usdc: '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238',
    syntheticOpen: '0xc7b10907033Ca6e2FC00FCbb8CDD5cD89f141384',
    feeds: {
      ethUsd: '0x694AA1769357215DE4FAC081bf1f309aDC325306',
      usdcUsd: '0xA2F78ab2355fe2f984D808B5CeE7FD0A93D5270E',
    },
  },
  {
    name: 'baseSepolia',
    chainId: 84532,
    kind: 'testnet',
    side: 'spoke',
    selector: 10344971235874465080n,
    router: '0xD3b06cEbF099CE7DA4AcCf578aaebFDBd6e88a93',
    rmnProxy: '0x99360767a4705f68CcCb9533195B761648d6d807',
    tokenAdminRegistry: '0x736D0bBb318c1B27Ff686cd19804094E66250e17',
    registryModuleOwnerCustom: '0x176ae8C6C11DD2c031B924CE1A0A43188035f3f6',
    link: '0xE4aB69C077896252FAFBD49EFD26B5D171A32410',
    wrappedNative: '0x4200000000000000000000000000000000000006',
  },
  {
    name: 'ethereum',
    chainId: 1,
    kind: 'mainnet',
    side: 'home',
    selector: 5009297550715157269n,
    router: '0x80226fc0Ee2b096224EeAc085Bb9a8cba1146f7D',
    rmnProxy: '0x411dE17f12D1A34ecC7F45f49844626267c75e81',
    tokenAdminRegistry: '0xb22764f98dD05c789929716D677382Df22C05Cb6',
    registryModuleOwnerCustom: '0x4855174E9479E211337832E109E7721d43A4CA64',
    link: '0x514910771AF9Ca656af840dff83E8264EcF986CA',
    wrappedNative: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2',
    usdc: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48',
    syntheticOpen: '0xc7b10907033Ca6e2FC00FCbb8CDD5cD89f141384',
    feeds: {
      ethUsd: '0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419',
      usdcUsd: '0x8fFfFfd4AfB6115b954Bd326cbe7B4BA576818f6',
    },
  },
  {
    name: 'base',
    chainId: 8453,
    kind: 'mainnet',
    side: 'spoke',
    selector: 15971525489660198786n,
    router: '0x881e3A65B4d4a04dD529061dd0071cf975F58bCD',
    rmnProxy: '0xC842c69d54F83170C42C4d556B4F6B2ca53Dd3E8',
    tokenAdminRegistry: '0x6f6C373d09C07425BaAE72317863d7F6bb731e37',
    registryModuleOwnerCustom: '0xAFEd606Bd2CAb6983fC6F10167c98aaC2173D77f',
    link: '0x88Fb150BDc53A65fe94Dea0c9BA0a6dAf8C6e196',
    wrappedNative: '0x4200000000000000000000000000000000000006',
  },
  {
    name: 'arbitrum',
    chainId: 42161,
    kind: 'mainnet',
    side: 'spoke',
    selector: 4949039107694359620n,
    router: '0x141fa059441E0ca23ce184B6A78bafD2A517DdE8',
    rmnProxy: '0xC311a21e6fEf769344EB1515588B9d535662a145',
    tokenAdminRegistry: '0x39AE1032cF4B334a1Ed41cdD0833bdD7c7E7751E',
    registryModuleOwnerCustom: '0x1f1df9f7fc939E71819F766978d8F900B816761b',
    link: '0xf97f4df75117a78c1A5a0DBb814Af92458539FB4',
    wrappedNative: '0x82aF49447D8a07e3bd95BD0d56f35241523fBab1',
  },
  {
    name: 'optimism',
    chainId: 10,
    kind: 'mainnet',
    side: 'spoke',
    selector: 3734403246176062136n,
    router: '0x3206695CaE29952f4b0c22a169725a865bc8Ce0f',
    rmnProxy: '0x55b3FCa23EdDd28b1f5B4a3C7975f63EFd2d06CE',
    tokenAdminRegistry: '0x657c42abE4CD8aa731Aec322f871B5b90cf6274F',
    registryModuleOwnerCustom: '0xAFEd606Bd2CAb6983fC6F10167c98aaC2173D77f',
    link: '0x350a791Bfc2C21F9Ed5d10980Dad2e2638ffa7f6',
    wrappedNative: '0x4200000000000000000000000000000000000006',
  },
  {
    name: 'polygon',
    chainId: 137,
    kind: 'mainnet',
    side: 'spoke',
    selector: 4051577828743386545n,
    router: '0x849c5ED5a80F5B408Dd4969b78c2C8fdf0565Bfe',
    rmnProxy: '0xf1ceAa46D8d13Cac9fC38aaEF3d3d14754C5A9c2',
    tokenAdminRegistry: '0x00F027eA6D0fb03256A15E9182B2B9227A4931d8',
    registryModuleOwnerCustom: '0xc751E86208F0F8aF2d5CD0e29716cA7AD98B5eF5',
    link: '0xb0897686c545045aFc77CF20eC7A532E3120E0F1',
    wrappedNative: '0x0d500B1d8E8eF31E21C99d1Db9A6444d3ADf1270',
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
    `chain ${chainId} (${found.name}) is a spoke; choose a home chain`,
  )
}

function isHome(chain: ChainConfig): chain is HomeConfig {
  return chain.side === 'home'
}
