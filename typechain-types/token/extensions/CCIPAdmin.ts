// Generated from contracts/token/extensions/CCIPAdmin.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const ccipAdminAbi = [
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"CCIPAdmin_NotAdmin","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"CCIPAdmin_NotPendingAdmin","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldAdmin","type":"address"},{"indexed":true,"internalType":"address","name":"newAdmin","type":"address"}],"name":"CCIPAdminTransferStarted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldAdmin","type":"address"},{"indexed":true,"internalType":"address","name":"newAdmin","type":"address"}],"name":"CCIPAdminTransferred","type":"event"},
  {"inputs":[],"name":"acceptCCIPAdmin","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"getCCIPAdmin","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"pendingCCIPAdmin","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"newAdmin","type":"address"}],"name":"transferCCIPAdmin","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type CCIPAdminAbi = typeof ccipAdminAbi
export type CCIPAdmin<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<CCIPAdminAbi, client, viem.Address>
export type CCIPAdminRead = viem.ContractFunctionName<CCIPAdminAbi, 'pure' | 'view'>
export type CCIPAdminWrite = viem.ContractFunctionName<CCIPAdminAbi, 'nonpayable' | 'payable'>
export type CCIPAdminEvent = viem.ContractEventName<CCIPAdminAbi>
export type CCIPAdminError = viem.ContractErrorName<CCIPAdminAbi>
