// Generated from contracts/staking/SlashVault.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const slashVaultAbi = [
  {"inputs":[{"internalType":"address","name":"token_","type":"address"},{"internalType":"address","name":"timelock_","type":"address"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[{"internalType":"address","name":"token","type":"address"}],"name":"SafeERC20FailedOperation","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"SlashVault_NotTimelock","type":"error"},
  {"inputs":[],"name":"SlashVault_ZeroAddress","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Burned","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Released","type":"event"},
  {"inputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"burn","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"to","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"release","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type SlashVaultAbi = typeof slashVaultAbi
export type SlashVault<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<SlashVaultAbi, client, viem.Address>
export type SlashVaultRead = viem.ContractFunctionName<SlashVaultAbi, 'pure' | 'view'>
export type SlashVaultWrite = viem.ContractFunctionName<SlashVaultAbi, 'nonpayable' | 'payable'>
export type SlashVaultEvent = viem.ContractEventName<SlashVaultAbi>
export type SlashVaultError = viem.ContractErrorName<SlashVaultAbi>
