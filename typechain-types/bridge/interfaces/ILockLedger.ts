// Generated from contracts/bridge/interfaces/ILockLedger.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iLockLedgerAbi = [
  {"inputs":[{"internalType":"address","name":"pool","type":"address"}],"name":"LockLedger_AlreadyPool","type":"error"},
  {"inputs":[{"internalType":"address","name":"pool","type":"address"},{"internalType":"address","name":"owner","type":"address"}],"name":"LockLedger_ForeignOwner","type":"error"},
  {"inputs":[{"internalType":"address","name":"pool","type":"address"}],"name":"LockLedger_ForeignPool","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"timepoint","type":"uint256"},{"internalType":"uint48","name":"clock","type":"uint48"}],"name":"LockLedger_FutureLookup","type":"error"},
  {"inputs":[],"name":"LockLedger_NoNominee","type":"error"},
  {"inputs":[],"name":"LockLedger_NoPredecessor","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"LockLedger_NotPool","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"LockLedger_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"},{"internalType":"uint256","name":"released","type":"uint256"},{"internalType":"uint256","name":"locked","type":"uint256"}],"name":"LockLedger_ReleaseExceedsLocked","type":"error"},
  {"inputs":[{"internalType":"address","name":"predecessor","type":"address"}],"name":"LockLedger_RotationOpen","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"from","type":"uint256"}],"name":"LockLedger_TooSoon","type":"error"},
  {"inputs":[],"name":"LockLedger_ZeroAddress","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"nominee","type":"address"}],"name":"NominationWithdrawn","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"predecessor","type":"address"},{"indexed":true,"internalType":"address","name":"pool","type":"address"}],"name":"PoolAppointed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldNominee","type":"address"},{"indexed":true,"internalType":"address","name":"newNominee","type":"address"},{"indexed":false,"internalType":"uint256","name":"from","type":"uint256"}],"name":"PoolNominated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"predecessor","type":"address"}],"name":"PredecessorDismissed","type":"event"},
  {"inputs":[],"name":"ROTATION_DELAY","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"appoint","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"dismissPredecessor","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"}],"name":"lockedIn","outputs":[{"internalType":"uint256","name":"total","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"},{"internalType":"uint256","name":"timepoint","type":"uint256"}],"name":"lockedInAt","outputs":[{"internalType":"uint256","name":"total","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"newPool","type":"address"}],"name":"nominate","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"nominee","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"nomineeFrom","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"pool","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"predecessor","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"recordLock","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"recordRelease","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"}],"name":"releasedOf","outputs":[{"internalType":"uint256","name":"total","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"withdrawNomination","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type ILockLedgerAbi = typeof iLockLedgerAbi
export type ILockLedger<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<ILockLedgerAbi, client, viem.Address>
export type ILockLedgerRead = viem.ContractFunctionName<ILockLedgerAbi, 'pure' | 'view'>
export type ILockLedgerWrite = viem.ContractFunctionName<ILockLedgerAbi, 'nonpayable' | 'payable'>
export type ILockLedgerEvent = viem.ContractEventName<ILockLedgerAbi>
export type ILockLedgerError = viem.ContractErrorName<ILockLedgerAbi>
