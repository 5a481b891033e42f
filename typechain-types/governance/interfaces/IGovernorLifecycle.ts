// Generated from contracts/governance/interfaces/IGovernorLifecycle.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorLifecycleAbi = [
  {"inputs":[{"internalType":"uint256","name":"grace","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"GovernorLifecycle_GracePeriodOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"address","name":"proposer","type":"address"},{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"GovernorLifecycle_ProposerHasLiveProposal","type":"error"},
  {"inputs":[],"name":"councilGuard","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"gracePeriod","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"proposer","type":"address"}],"name":"latestProposal","outputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IGovernorLifecycleAbi = typeof iGovernorLifecycleAbi
export type IGovernorLifecycle<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorLifecycleAbi, client, viem.Address>
export type IGovernorLifecycleRead = viem.ContractFunctionName<IGovernorLifecycleAbi, 'pure' | 'view'>
export type IGovernorLifecycleWrite = viem.ContractFunctionName<IGovernorLifecycleAbi, 'nonpayable' | 'payable'>
export type IGovernorLifecycleEvent = viem.ContractEventName<IGovernorLifecycleAbi>
export type IGovernorLifecycleError = viem.ContractErrorName<IGovernorLifecycleAbi>
