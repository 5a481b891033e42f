// Generated from contracts/bridge/interfaces/IOpenLockPool.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iOpenLockPoolAbi = [
  {"inputs":[{"internalType":"uint256","name":"timepoint","type":"uint256"},{"internalType":"uint48","name":"clock","type":"uint48"}],"name":"OpenLockPool_FutureLookup","type":"error"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"},{"internalType":"uint256","name":"released","type":"uint256"},{"internalType":"uint256","name":"locked","type":"uint256"}],"name":"OpenLockPool_ReleaseExceedsLocked","type":"error"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"}],"name":"lockedIn","outputs":[{"internalType":"uint256","name":"total","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"},{"internalType":"uint256","name":"timepoint","type":"uint256"}],"name":"lockedInAt","outputs":[{"internalType":"uint256","name":"total","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"}],"name":"releasedFrom","outputs":[{"internalType":"uint256","name":"total","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IOpenLockPoolAbi = typeof iOpenLockPoolAbi
export type IOpenLockPool<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IOpenLockPoolAbi, client, viem.Address>
export type IOpenLockPoolRead = viem.ContractFunctionName<IOpenLockPoolAbi, 'pure' | 'view'>
export type IOpenLockPoolWrite = viem.ContractFunctionName<IOpenLockPoolAbi, 'nonpayable' | 'payable'>
export type IOpenLockPoolEvent = viem.ContractEventName<IOpenLockPoolAbi>
export type IOpenLockPoolError = viem.ContractErrorName<IOpenLockPoolAbi>
