import * as deployExtension from '@rocketh/deploy'
import * as readExecuteExtension from '@rocketh/read-execute'
import * as viemExtension from '@rocketh/viem'
import type { UserConfig } from 'rocketh/types'
import { chainConfig } from '../config/chains.ts'

/** rocketh asks for these; it is given a provider, so the URLs stay empty. */
const local = (chainId: number) => ({
  info: {
    id: chainId,
    name: chainConfig(chainId).name,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [] } },
  },
})

/** Local chains sign with the test mnemonic's accounts; public ones with the key Hardhat is given. */
export const config = {
  accounts: {
    deployer: { default: 0 },
  },
  data: {},
  chains: { 31337: local(31337), 1337: local(1337) },
  environments: {
    home: { chain: 31337 },
    spoke: { chain: 1337 },
    sepolia: { chain: 11155111 },
    baseSepolia: { chain: 84532 },
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
