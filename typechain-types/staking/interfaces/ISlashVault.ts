// Generated from contracts/staking/interfaces/ISlashVault.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iSlashVaultAbi = [
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"SlashVault_NotTimelock","type":"error"},
  {"inputs":[],"name":"SlashVault_ZeroAddress","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Burned","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Released","type":"event"},
  {"inputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"burn","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"to","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"release","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type ISlashVaultAbi = typeof iSlashVaultAbi
export type ISlashVault<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<ISlashVaultAbi, client, viem.Address>
export type ISlashVaultRead = viem.ContractFunctionName<ISlashVaultAbi, 'pure' | 'view'>
export type ISlashVaultWrite = viem.ContractFunctionName<ISlashVaultAbi, 'nonpayable' | 'payable'>
export type ISlashVaultEvent = viem.ContractEventName<ISlashVaultAbi>
export type ISlashVaultError = viem.ContractErrorName<ISlashVaultAbi>
