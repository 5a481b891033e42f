// Generated from contracts/token/interfaces/IContractPermit.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iContractPermitAbi = [
  {"inputs":[{"internalType":"address","name":"owner","type":"address"}],"name":"ContractPermit_InvalidSignature","type":"error"},
  {"inputs":[{"internalType":"address","name":"owner","type":"address"},{"internalType":"address","name":"spender","type":"address"},{"internalType":"uint256","name":"value","type":"uint256"},{"internalType":"uint256","name":"deadline","type":"uint256"},{"internalType":"bytes","name":"signature","type":"bytes"}],"name":"permit","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type IContractPermitAbi = typeof iContractPermitAbi
export type IContractPermit<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IContractPermitAbi, client, viem.Address>
export type IContractPermitRead = viem.ContractFunctionName<IContractPermitAbi, 'pure' | 'view'>
export type IContractPermitWrite = viem.ContractFunctionName<IContractPermitAbi, 'nonpayable' | 'payable'>
export type IContractPermitEvent = viem.ContractEventName<IContractPermitAbi>
export type IContractPermitError = viem.ContractErrorName<IContractPermitAbi>
