// Generated from contracts/token/extensions/ClaimsGuardian.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const claimsGuardianAbi = [
  {"inputs":[{"internalType":"address","name":"caller","type":"address"},{"internalType":"address","name":"guardian","type":"address"},{"internalType":"uint256","name":"guardianUntil","type":"uint256"}],"name":"ClaimsGuardian_NotGuardian","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"ClaimsGuardian_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"guardianUntil","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"ClaimsGuardian_TermTooLong","type":"error"},
  {"inputs":[],"name":"ClaimsGuardian_ZeroTimelock","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldGuardian","type":"address"},{"indexed":true,"internalType":"address","name":"newGuardian","type":"address"},{"indexed":false,"internalType":"uint256","name":"oldGuardianUntil","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newGuardianUntil","type":"uint256"}],"name":"GuardianSet","type":"event"},
  {"inputs":[],"name":"MAX_GUARDIAN_TERM","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"guardian","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"guardianUntil","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"newGuardian","type":"address"},{"internalType":"uint256","name":"newGuardianUntil","type":"uint256"}],"name":"setGuardian","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type ClaimsGuardianAbi = typeof claimsGuardianAbi
export type ClaimsGuardian<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<ClaimsGuardianAbi, client, viem.Address>
export type ClaimsGuardianRead = viem.ContractFunctionName<ClaimsGuardianAbi, 'pure' | 'view'>
export type ClaimsGuardianWrite = viem.ContractFunctionName<ClaimsGuardianAbi, 'nonpayable' | 'payable'>
export type ClaimsGuardianEvent = viem.ContractEventName<ClaimsGuardianAbi>
export type ClaimsGuardianError = viem.ContractErrorName<ClaimsGuardianAbi>
