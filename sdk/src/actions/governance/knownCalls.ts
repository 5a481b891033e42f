import {
  type Abi,
  type Address,
  decodeFunctionData,
  erc20Abi,
  getAddress,
  type Hex,
  isAddressEqual,
} from 'viem'
import * as bindings from '../../../../typechain-types/index.ts'
import { deployedName } from '../../internal/name.ts'
import type { HomeContracts } from '../../types.ts'

/** A contract that a proposal may call, and what can be called there. */
export interface Target {
  name: string
  address: Address
  abi: Abi
}

/** A call as a person reads it. */
export interface DecodedCall {
  /** Name of the contract; undefined for one that is not known. */
  target: string | undefined
  /** Undefined for plain ether and for what no known ABI has. */
  functionName: string | undefined
  args: readonly unknown[]
}

const abis: Readonly<Record<keyof HomeContracts, Abi>> = {
  openToken: bindings.openTokenAbi,
  openTimelock: bindings.openTimelockAbi,
  openGovernor: bindings.openGovernorAbi,
  standardActions: bindings.standardActionsAbi,
  councilGuard: bindings.councilGuardAbi,
  voteRelay: bindings.voteRelayAbi,
  governanceLens: bindings.governanceLensAbi,
  validatorHouse: bindings.validatorHouseAbi,
  stakingLens: bindings.stakingLensAbi,
  tokenAllocation: bindings.tokenAllocationAbi,
  priceOracle: bindings.priceOracleAbi,
  xnodeOne: bindings.xnodeOneAbi,
  xnodeSale: bindings.xnodeSaleAbi,
  xnodeVouchers: bindings.xnodeVouchersAbi,
  xnodeRegistry: bindings.xnodeRegistryAbi,
  xnodeRevenue: bindings.xnodeRevenueAbi,
  slashVault: bindings.slashVaultAbi,
  validatorStaking: bindings.validatorStakingAbi,
  accountability: bindings.accountabilityAbi,
  rewardStream: bindings.rewardStreamAbi,
  vestingFactory: bindings.vestingFactoryAbi,
  merkleClaims: bindings.merkleClaimsAbi,
  syntheticRedemption: bindings.syntheticRedemptionAbi,
  syntheticOpen: erc20Abi,
  ccipRouter: [],
}

/** Functions of contracts whose address says nothing: a guess by the selector. */
const anywhere: readonly Abi[] = [erc20Abi, ...Object.values(bindings)]

/** The contracts of an address book, as targets. */
export function targetsOf(contracts: HomeContracts): Target[] {
  return Object.entries(abis).map(([name, abi]) => ({
    name: deployedName(name),
    address: getAddress(contracts[name as keyof HomeContracts]),
    abi,
  }))
}

/** Reads a call by the target's own ABI, or failing that by any known one. */
export function decodeCall(
  targets: readonly Target[],
  to: Address,
  data: Hex,
): DecodedCall {
  const target = targets.find(({ address }) => isAddressEqual(address, to))
  const own = target === undefined ? anywhere : [target.abi]
  for (const abi of data === '0x' ? [] : own)
    try {
      const { args = [], functionName } = decodeFunctionData({ abi, data })
      return { target: target?.name, functionName, args }
    } catch {
      // Not of this ABI.
    }
  return { target: target?.name, functionName: undefined, args: [] }
}
