// Generated from contracts/xnode/SaleBrake.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const saleBrakeAbi = [
  {"inputs":[{"internalType":"uint256","name":"duration","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"SaleBrake_DurationOutOfRange","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"},{"internalType":"address","name":"guardian","type":"address"},{"internalType":"uint256","name":"guardianUntil","type":"uint256"}],"name":"SaleBrake_NotGuardian","type":"error"},
  {"inputs":[],"name":"SaleBrake_NotPaused","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"SaleBrake_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"until","type":"uint256"}],"name":"SaleBrake_Paused","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"guardianUntil","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"SaleBrake_TermTooLong","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"allowedFrom","type":"uint256"}],"name":"SaleBrake_TooSoon","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldGuardian","type":"address"},{"indexed":true,"internalType":"address","name":"newGuardian","type":"address"},{"indexed":false,"internalType":"uint256","name":"oldGuardianUntil","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newGuardianUntil","type":"uint256"}],"name":"GuardianSet","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"guardian","type":"address"},{"indexed":false,"internalType":"uint256","name":"until","type":"uint256"}],"name":"SalePaused","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"caller","type":"address"},{"indexed":false,"internalType":"uint256","name":"plannedEnd","type":"uint256"}],"name":"SaleUnpaused","type":"event"},
  {"inputs":[],"name":"MAX_GUARDIAN_TERM","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MAX_PAUSE","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"PAUSE_COOLDOWN","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"guardian","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"guardianUntil","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"duration","type":"uint256"}],"name":"pause","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"pausedUntil","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"newGuardian","type":"address"},{"internalType":"uint256","name":"newGuardianUntil","type":"uint256"}],"name":"setGuardian","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"unpause","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type SaleBrakeAbi = typeof saleBrakeAbi
export type SaleBrake<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<SaleBrakeAbi, client, viem.Address>
export type SaleBrakeRead = viem.ContractFunctionName<SaleBrakeAbi, 'pure' | 'view'>
export type SaleBrakeWrite = viem.ContractFunctionName<SaleBrakeAbi, 'nonpayable' | 'payable'>
export type SaleBrakeEvent = viem.ContractEventName<SaleBrakeAbi>
export type SaleBrakeError = viem.ContractErrorName<SaleBrakeAbi>
