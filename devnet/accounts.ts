import type { Address } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { GENESIS_RECIPIENTS } from '../config/genesis.ts'
import { defaultMnemonic } from './network.ts'

/** Who is who on the local chains: places in the mnemonic. Place 9 plays Chainlink. */
export const accounts = {
  deployer: 0,
  guardian: 1,
  buyer: 2,
  council: 3,
  'core-team': 10,
  'contributors-guild': 11,
  'cloud-initiative': 12,
  'expansion-sponsors': 13,
  'node-operators': 14,
  'infrastructure-partner': 15,
  'data-providers': 16,
  'community-fund': 17,
} as const

export type AccountName = keyof typeof accounts

/**
 * @param name Who.
 * @returns The address.
 */
export function addressOf(name: AccountName): Address {
  return mnemonicToAccount(defaultMnemonic, { addressIndex: accounts[name] })
    .address
}

/** Address of each recipient that `config/genesis.ts` names. */
export const recipients: Readonly<Record<string, Address>> = Object.fromEntries(
  GENESIS_RECIPIENTS.map((recipient) => [
    recipient,
    addressOf(recipient as AccountName),
  ]),
)
