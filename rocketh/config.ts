import * as deployExtension from '@rocketh/deploy'
import * as readExecuteExtension from '@rocketh/read-execute'
import * as viemExtension from '@rocketh/viem'
import type { UserConfig } from 'rocketh/types'

/** Local chains sign with the test mnemonic's accounts; public ones with the key Hardhat is given. */
export const config = {
  accounts: {
    deployer: { default: 0 },
  },
  data: {},
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
