// Generated from contracts/xnode/interfaces/IXnodeRenderer.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iXnodeRendererAbi = [
  {"inputs":[{"internalType":"address","name":"known","type":"address"},{"internalType":"address","name":"given","type":"address"}],"name":"XnodeRenderer_OtherUnits","type":"error"},
  {"inputs":[],"name":"registry","outputs":[{"internalType":"contract IXnodeRegistry","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"}],"name":"tokenURI","outputs":[{"internalType":"string","name":"uri","type":"string"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"xnodeOne","outputs":[{"internalType":"contract IXnodeOne","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IXnodeRendererAbi = typeof iXnodeRendererAbi
export type IXnodeRenderer<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IXnodeRendererAbi, client, viem.Address>
export type IXnodeRendererRead = viem.ContractFunctionName<IXnodeRendererAbi, 'pure' | 'view'>
export type IXnodeRendererWrite = viem.ContractFunctionName<IXnodeRendererAbi, 'nonpayable' | 'payable'>
export type IXnodeRendererEvent = viem.ContractEventName<IXnodeRendererAbi>
export type IXnodeRendererError = viem.ContractErrorName<IXnodeRendererAbi>
