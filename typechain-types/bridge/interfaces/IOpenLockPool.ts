// Generated from contracts/bridge/interfaces/IOpenLockPool.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iOpenLockPoolAbi = [
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"OpenLockPool_RotationOpen","type":"error"},
  {"inputs":[],"name":"OpenLockPool_StillCurrent","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"successor","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Migrated","type":"event"},
  {"inputs":[],"name":"ledger","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"migrate","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type IOpenLockPoolAbi = typeof iOpenLockPoolAbi
export type IOpenLockPool<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IOpenLockPoolAbi, client, viem.Address>
export type IOpenLockPoolRead = viem.ContractFunctionName<IOpenLockPoolAbi, 'pure' | 'view'>
export type IOpenLockPoolWrite = viem.ContractFunctionName<IOpenLockPoolAbi, 'nonpayable' | 'payable'>
export type IOpenLockPoolEvent = viem.ContractEventName<IOpenLockPoolAbi>
export type IOpenLockPoolError = viem.ContractErrorName<IOpenLockPoolAbi>
