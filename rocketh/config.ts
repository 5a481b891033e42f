import * as deployExtension from '@rocketh/deploy'
import * as readExecuteExtension from '@rocketh/read-execute'
import * as viemExtension from '@rocketh/viem'
import type { UserConfig } from 'rocketh/types'
import { type ChainConfig, chainNamed } from '../config/chains.ts'

/** rocketh asks for these; it is given a provider, so the URLs stay empty. */
const local = ({ chainId, name }: ChainConfig) => ({
  info: {
    id: chainId,
    name,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [] } },
  },
})

const home = chainNamed('home')
const spoke = chainNamed('spoke')
const spokeTwo = chainNamed('spokeTwo')

/** Local chains sign with the test mnemonic's accounts; public ones with the key Hardhat is given. */
export const config = {
  accounts: {
    deployer: { default: 0 },
  },
  data: {},
  chains: {
    [home.chainId]: local(home),
    [spoke.chainId]: local(spoke),
    [spokeTwo.chainId]: local(spokeTwo),
  },
  environments: {
    home: { chain: home.chainId },
    spoke: { chain: spoke.chainId },
    spokeTwo: { chain: spokeTwo.chainId },
    sepolia: { chain: chainNamed('sepolia').chainId },
    baseSepolia: { chain: chainNamed('baseSepolia').chainId },
  },
} as const satisfies UserConfig

export const extensions = {
  ...deployExtension,
  ...readExecuteExtension,
  ...viemExtension,
}

export type Extensions = typeof extensions
export type Accounts = typeof config.accounts
export type Data = typeof config.data
