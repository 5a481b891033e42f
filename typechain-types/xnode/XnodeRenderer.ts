// Generated from contracts/xnode/XnodeRenderer.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const xnodeRendererAbi = [
  {"inputs":[{"internalType":"contract IXnodeOne","name":"xnodeOne_","type":"address"},{"internalType":"contract IXnodeRegistry","name":"registry_","type":"address"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[{"internalType":"address","name":"known","type":"address"},{"internalType":"address","name":"given","type":"address"}],"name":"XnodeRenderer_OtherUnits","type":"error"},
  {"inputs":[],"name":"registry","outputs":[{"internalType":"contract IXnodeRegistry","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"}],"name":"tokenURI","outputs":[{"internalType":"string","name":"uri","type":"string"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"xnodeOne","outputs":[{"internalType":"contract IXnodeOne","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type XnodeRendererAbi = typeof xnodeRendererAbi
export type XnodeRenderer<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<XnodeRendererAbi, client, viem.Address>
export type XnodeRendererRead = viem.ContractFunctionName<XnodeRendererAbi, 'pure' | 'view'>
export type XnodeRendererWrite = viem.ContractFunctionName<XnodeRendererAbi, 'nonpayable' | 'payable'>
export type XnodeRendererEvent = viem.ContractEventName<XnodeRendererAbi>
export type XnodeRendererError = viem.ContractErrorName<XnodeRendererAbi>
