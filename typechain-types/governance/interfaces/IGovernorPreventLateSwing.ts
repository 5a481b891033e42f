// Generated from contracts/governance/interfaces/IGovernorPreventLateSwing.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorPreventLateSwingAbi = [
  {"inputs":[{"internalType":"uint256","name":"window","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"GovernorPreventLateSwing_WindowOutOfBounds","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"oldDeadline","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newDeadline","type":"uint256"}],"name":"ProposalExtended","type":"event"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"originalDeadline","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"swingWindow","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IGovernorPreventLateSwingAbi = typeof iGovernorPreventLateSwingAbi
export type IGovernorPreventLateSwing<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorPreventLateSwingAbi, client, viem.Address>
export type IGovernorPreventLateSwingRead = viem.ContractFunctionName<IGovernorPreventLateSwingAbi, 'pure' | 'view'>
export type IGovernorPreventLateSwingWrite = viem.ContractFunctionName<IGovernorPreventLateSwingAbi, 'nonpayable' | 'payable'>
export type IGovernorPreventLateSwingEvent = viem.ContractEventName<IGovernorPreventLateSwingAbi>
export type IGovernorPreventLateSwingError = viem.ContractErrorName<IGovernorPreventLateSwingAbi>
