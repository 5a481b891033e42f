// Generated from contracts/xnode/interfaces/IUnitRenderer.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iUnitRendererAbi = [
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"}],"name":"tokenURI","outputs":[{"internalType":"string","name":"uri","type":"string"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IUnitRendererAbi = typeof iUnitRendererAbi
export type IUnitRenderer<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IUnitRendererAbi, client, viem.Address>
export type IUnitRendererRead = viem.ContractFunctionName<IUnitRendererAbi, 'pure' | 'view'>
export type IUnitRendererWrite = viem.ContractFunctionName<IUnitRendererAbi, 'nonpayable' | 'payable'>
export type IUnitRendererEvent = viem.ContractEventName<IUnitRendererAbi>
export type IUnitRendererError = viem.ContractErrorName<IUnitRendererAbi>
