// Generated from contracts/governance/interfaces/IGovernorBoundedSettings.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorBoundedSettingsAbi = [
  {"inputs":[{"internalType":"uint256","name":"threshold","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"GovernorBoundedSettings_ProposalThresholdOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"delay","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"GovernorBoundedSettings_VotingDelayOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"period","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"GovernorBoundedSettings_VotingPeriodOutOfBounds","type":"error"},
] as const satisfies viem.Abi

export type IGovernorBoundedSettingsAbi = typeof iGovernorBoundedSettingsAbi
export type IGovernorBoundedSettings<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorBoundedSettingsAbi, client, viem.Address>
export type IGovernorBoundedSettingsRead = viem.ContractFunctionName<IGovernorBoundedSettingsAbi, 'pure' | 'view'>
export type IGovernorBoundedSettingsWrite = viem.ContractFunctionName<IGovernorBoundedSettingsAbi, 'nonpayable' | 'payable'>
export type IGovernorBoundedSettingsEvent = viem.ContractEventName<IGovernorBoundedSettingsAbi>
export type IGovernorBoundedSettingsError = viem.ContractErrorName<IGovernorBoundedSettingsAbi>
