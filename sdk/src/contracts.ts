import { type Address, isAddress } from 'viem'
import { OpenmeshError } from './errors/OpenmeshError.ts'
import type { SdkErrorName } from './errors/sdkErrors.ts'
import type { Contracts, HomeContracts, SpokeContracts } from './types.ts'

/** Addresses by the names that deployments are recorded under. */
export type Deployments = Readonly<Record<string, Address>>

/**
 * Makes the home chain's address book out of a deployment's records.
 *
 * @param deployments Addresses by contract name, for example `OpenToken`.
 * @param options CCIP's Router and sOPEN on the chain, which no deployment of
 * ours records.
 * @returns The address book.
 * @throws OpenmeshError `NotDeployed` when a contract is missing.
 *
 * @example
 * const contracts = homeContracts(deployments, { ccipRouter, syntheticOpen })
 */
export function homeContracts(
  deployments: Deployments,
  {
    ccipRouter,
    syntheticOpen,
  }: { ccipRouter: Address; syntheticOpen: Address },
): HomeContracts {
  const find = finder(deployments)
  return {
    openToken: find('OpenToken'),
    openTimelock: find('OpenTimelock'),
    openGovernor: find('OpenGovernor'),
    standardActions: find('StandardActions'),
    councilGuard: find('CouncilGuard'),
    voteRelay: find('VoteRelay'),
    governanceLens: find('GovernanceLens'),
    validatorHouse: find('ValidatorHouse'),
    stakingLens: find('StakingLens'),
    tokenAllocation: find('TokenAllocation'),
    priceOracle: find('PriceOracle'),
    xnodeOne: find('XnodeOne'),
    xnodeSale: find('XnodeSale'),
    xnodeVouchers: find('XnodeVouchers'),
    xnodeRegistry: find('XnodeRegistry'),
    xnodeRevenue: find('XnodeRevenue'),
    slashVault: find('SlashVault'),
    validatorStaking: find('ValidatorStaking'),
    accountability: find('Accountability'),
    rewardStream: find('RewardStream'),
    vestingFactory: find('VestingFactory'),
    merkleClaims: find('MerkleClaims'),
    syntheticRedemption: find('SyntheticRedemption'),
    syntheticOpen,
    ccipRouter,
  }
}

/**
 * Makes a spoke's address book out of a deployment's records.
 *
 * @param deployments Addresses by contract name, for example `BridgedOpenToken`.
 * @param options CCIP's Router on the chain, which no deployment of ours records.
 * @returns The address book.
 * @throws OpenmeshError `NotDeployed` when a contract is missing.
 *
 * @example
 * const contracts = spokeContracts(deployments, { ccipRouter })
 */
export function spokeContracts(
  deployments: Deployments,
  { ccipRouter }: { ccipRouter: Address },
): SpokeContracts {
  const find = finder(deployments)
  return {
    bridgedOpenToken: find('BridgedOpenToken'),
    openTimelock: find('OpenTimelock'),
    ccipRouter,
  }
}

/**
 * @param contracts The address book of any chain.
 * @returns Where OPEN lies there.
 *
 * @example
 * const open = openTokenOf(contracts)
 */
export function openTokenOf(contracts: Contracts): Address {
  return 'openToken' in contracts
    ? contracts.openToken
    : contracts.bridgedOpenToken
}

function finder(deployments: Deployments): (name: string) => Address {
  return (name) => {
    const address = deployments[name]
    if (address !== undefined && isAddress(address)) return address
    throw new OpenmeshError({
      errorName: 'NotDeployed' satisfies SdkErrorName,
      args: [name],
      shortMessage: `The deployment has no address of ${name}.`,
      remedy: `Deploy it first; recorded are: ${Object.keys(deployments).join(', ')}.`,
    })
  }
}
