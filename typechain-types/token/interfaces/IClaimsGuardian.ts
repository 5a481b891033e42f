// Generated from contracts/token/interfaces/IClaimsGuardian.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iClaimsGuardianAbi = [
  {"inputs":[{"internalType":"address","name":"caller","type":"address"},{"internalType":"address","name":"guardian","type":"address"},{"internalType":"uint256","name":"guardianUntil","type":"uint256"}],"name":"ClaimsGuardian_NotGuardian","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"ClaimsGuardian_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"guardianUntil","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"ClaimsGuardian_TermTooLong","type":"error"},
  {"inputs":[],"name":"ClaimsGuardian_ZeroTimelock","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldGuardian","type":"address"},{"indexed":true,"internalType":"address","name":"newGuardian","type":"address"},{"indexed":false,"internalType":"uint256","name":"oldGuardianUntil","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newGuardianUntil","type":"uint256"}],"name":"GuardianSet","type":"event"},
  {"inputs":[],"name":"guardian","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"guardianUntil","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"newGuardian","type":"address"},{"internalType":"uint256","name":"newGuardianUntil","type":"uint256"}],"name":"setGuardian","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IClaimsGuardianAbi = typeof iClaimsGuardianAbi
export type IClaimsGuardian<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IClaimsGuardianAbi, client, viem.Address>
export type IClaimsGuardianRead = viem.ContractFunctionName<IClaimsGuardianAbi, 'pure' | 'view'>
export type IClaimsGuardianWrite = viem.ContractFunctionName<IClaimsGuardianAbi, 'nonpayable' | 'payable'>
export type IClaimsGuardianEvent = viem.ContractEventName<IClaimsGuardianAbi>
export type IClaimsGuardianError = viem.ContractErrorName<IClaimsGuardianAbi>
