// Generated from contracts/token/OpenVesting.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const openVestingAbi = [
  {"inputs":[{"internalType":"contract IOpenToken","name":"token_","type":"address"},{"internalType":"contract ITokenAllocation","name":"allocation_","type":"address"},{"internalType":"address","name":"timelock_","type":"address"},{"internalType":"address","name":"factory_","type":"address"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[{"internalType":"uint256","name":"revokedAt","type":"uint256"}],"name":"OpenVesting_AlreadyRevoked","type":"error"},
  {"inputs":[],"name":"OpenVesting_Irrevocable","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"OpenVesting_NotBeneficiary","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"OpenVesting_NotFactory","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"OpenVesting_NotOffered","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"OpenVesting_NotTimelock","type":"error"},
  {"inputs":[],"name":"OpenVesting_NothingToRelease","type":"error"},
  {"inputs":[],"name":"OpenVesting_ToItself","type":"error"},
  {"inputs":[{"internalType":"address","name":"token","type":"address"}],"name":"SafeERC20FailedOperation","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldBeneficiary","type":"address"},{"indexed":true,"internalType":"address","name":"newBeneficiary","type":"address"}],"name":"BeneficiaryChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"beneficiary","type":"address"},{"indexed":true,"internalType":"address","name":"offered","type":"address"}],"name":"BeneficiaryOffered","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldDestination","type":"address"},{"indexed":true,"internalType":"address","name":"newDestination","type":"address"}],"name":"DestinationChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"released","type":"uint256"}],"name":"Released","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":false,"internalType":"uint256","name":"returned","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"kept","type":"uint256"}],"name":"Revoked","type":"event"},
  {"inputs":[],"name":"acceptBeneficiary","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"allocation","outputs":[{"internalType":"contract ITokenAllocation","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"amount","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"beneficiary","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"delegatee","type":"address"}],"name":"delegate","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"destination","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"factory","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"beneficiary_","type":"address"}],"name":"initialize","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"offered","type":"address"}],"name":"offerBeneficiary","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"offeredBeneficiary","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"releasable","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"to","type":"address"}],"name":"release","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"release","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"released","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"revocable","outputs":[{"internalType":"bool","name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"revoke","outputs":[{"internalType":"uint256","name":"returned","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"revokedAt","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"row","outputs":[{"internalType":"RowId","name":"","type":"uint8"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"schedule","outputs":[{"internalType":"VestingSchedule","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"destination_","type":"address"}],"name":"setDestination","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"state","outputs":[{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"address","name":"offeredBeneficiary","type":"address"},{"internalType":"address","name":"destination","type":"address"},{"internalType":"address","name":"delegatee","type":"address"},{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"uint256","name":"amount","type":"uint256"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"uint256","name":"revokedAt","type":"uint256"},{"internalType":"uint256","name":"vested","type":"uint256"},{"internalType":"uint256","name":"released","type":"uint256"},{"internalType":"uint256","name":"releasable","type":"uint256"},{"internalType":"uint256","name":"balance","type":"uint256"}],"internalType":"struct IOpenVesting.State","name":"","type":"tuple"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"contract IOpenToken","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"time","type":"uint256"}],"name":"vested","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type OpenVestingAbi = typeof openVestingAbi
export type OpenVesting<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<OpenVestingAbi, client, viem.Address>
export type OpenVestingRead = viem.ContractFunctionName<OpenVestingAbi, 'pure' | 'view'>
export type OpenVestingWrite = viem.ContractFunctionName<OpenVestingAbi, 'nonpayable' | 'payable'>
export type OpenVestingEvent = viem.ContractEventName<OpenVestingAbi>
export type OpenVestingError = viem.ContractErrorName<OpenVestingAbi>
