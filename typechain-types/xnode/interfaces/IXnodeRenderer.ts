// Generated from contracts/xnode/interfaces/IXnodeRenderer.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iXnodeRendererAbi = [
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"}],"name":"tokenURI","outputs":[{"internalType":"string","name":"uri","type":"string"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IXnodeRendererAbi = typeof iXnodeRendererAbi
export type IXnodeRenderer<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IXnodeRendererAbi, client, viem.Address>
export type IXnodeRendererRead = viem.ContractFunctionName<IXnodeRendererAbi, 'pure' | 'view'>
export type IXnodeRendererWrite = viem.ContractFunctionName<IXnodeRendererAbi, 'nonpayable' | 'payable'>
export type IXnodeRendererEvent = viem.ContractEventName<IXnodeRendererAbi>
export type IXnodeRendererError = viem.ContractErrorName<IXnodeRendererAbi>
