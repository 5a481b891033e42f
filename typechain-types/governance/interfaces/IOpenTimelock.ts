// Generated from contracts/governance/interfaces/IOpenTimelock.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iOpenTimelockAbi = [
  {"inputs":[{"internalType":"uint256","name":"delay","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"OpenTimelock_DelayOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"named","type":"address"}],"name":"OpenTimelock_TokenNamesOtherTimelock","type":"error"},
] as const satisfies viem.Abi

export type IOpenTimelockAbi = typeof iOpenTimelockAbi
export type IOpenTimelock<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IOpenTimelockAbi, client, viem.Address>
export type IOpenTimelockRead = viem.ContractFunctionName<IOpenTimelockAbi, 'pure' | 'view'>
export type IOpenTimelockWrite = viem.ContractFunctionName<IOpenTimelockAbi, 'nonpayable' | 'payable'>
export type IOpenTimelockEvent = viem.ContractEventName<IOpenTimelockAbi>
export type IOpenTimelockError = viem.ContractErrorName<IOpenTimelockAbi>
