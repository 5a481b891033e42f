// Generated from contracts/token/interfaces/ICCIPAdmin.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iccipAdminAbi = [
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"CCIPAdmin_NotAdmin","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"CCIPAdmin_NotPendingAdmin","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldAdmin","type":"address"},{"indexed":true,"internalType":"address","name":"newAdmin","type":"address"}],"name":"CCIPAdminTransferStarted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldAdmin","type":"address"},{"indexed":true,"internalType":"address","name":"newAdmin","type":"address"}],"name":"CCIPAdminTransferred","type":"event"},
  {"inputs":[],"name":"acceptCCIPAdmin","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"getCCIPAdmin","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"pendingCCIPAdmin","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"newAdmin","type":"address"}],"name":"transferCCIPAdmin","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type ICCIPAdminAbi = typeof iccipAdminAbi
export type ICCIPAdmin<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<ICCIPAdminAbi, client, viem.Address>
export type ICCIPAdminRead = viem.ContractFunctionName<ICCIPAdminAbi, 'pure' | 'view'>
export type ICCIPAdminWrite = viem.ContractFunctionName<ICCIPAdminAbi, 'nonpayable' | 'payable'>
export type ICCIPAdminEvent = viem.ContractEventName<ICCIPAdminAbi>
export type ICCIPAdminError = viem.ContractErrorName<ICCIPAdminAbi>
