// Generated from contracts/staking/interfaces/IRoundRoots.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iRoundRootsAbi = [
  {"inputs":[{"internalType":"uint256","name":"round","type":"uint256"}],"name":"rootOf","outputs":[{"internalType":"bytes32","name":"","type":"bytes32"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IRoundRootsAbi = typeof iRoundRootsAbi
export type IRoundRoots<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IRoundRootsAbi, client, viem.Address>
export type IRoundRootsRead = viem.ContractFunctionName<IRoundRootsAbi, 'pure' | 'view'>
export type IRoundRootsWrite = viem.ContractFunctionName<IRoundRootsAbi, 'nonpayable' | 'payable'>
export type IRoundRootsEvent = viem.ContractEventName<IRoundRootsAbi>
export type IRoundRootsError = viem.ContractErrorName<IRoundRootsAbi>
