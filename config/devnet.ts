import { type Address, getContractAddress } from 'viem'

/**
 * Plays Chainlink: owns and operates CCIP and the feeds on the local chains.
 * Account 9 of Hardhat's default mnemonic, which nothing else may send from:
 * its nonce decides where everything lies.
 */
export const operator: Address = '0xa0Ee7A142d267C1f36714E4a8F75612F20a79720'

/** What the operator deploys on a local chain, in the order of its nonces. */
export const deploymentOrder = [
  'link',
  'wrappedNative',
  'usdc',
  'syntheticOpen',
  'ethUsd',
  'linkUsd',
  'usdcUsd',
  'rmnRemote',
  'rmnProxy',
  'router',
  'tokenAdminRegistry',
  'registryModuleOwnerCustom',
  'nonceManager',
  'feeQuoter',
  'onRamp',
  'offRamp',
] as const

export type DevnetContract = (typeof deploymentOrder)[number]
export type DevnetAddresses = Readonly<Record<DevnetContract, Address>>

/**
 * First nonce of the operator on each local chain. They differ so that none of
 * CCIP's contracts has the same address on two chains, as on public ones: code that mixes
 * the chains up fails here already.
 */
export const firstNonce = { home: 0, spoke: 1000, spokeTwo: 2000 } as const

export type DevnetChainName = keyof typeof firstNonce

function addressesFrom(nonce: number): DevnetAddresses {
  const entries = deploymentOrder.map((name, index) => [
    name,
    getContractAddress({ from: operator, nonce: BigInt(nonce + index) }),
  ])
  return Object.fromEntries(entries)
}

/** Where everything lies, the same on each start. */
export const devnetAddresses: Readonly<
  Record<DevnetChainName, DevnetAddresses>
> = {
  home: addressesFrom(firstNonce.home),
  spoke: addressesFrom(firstNonce.spoke),
  spokeTwo: addressesFrom(firstNonce.spokeTwo),
}
