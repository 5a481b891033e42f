// Generated from contracts/token/VestingFactory.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const vestingFactoryAbi = [
  {"inputs":[{"internalType":"contract IOpenToken","name":"token_","type":"address"},{"internalType":"contract ITokenAllocation","name":"allocation_","type":"address"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[],"name":"CloneArgumentsTooLong","type":"error"},
  {"inputs":[],"name":"Create2EmptyBytecode","type":"error"},
  {"inputs":[],"name":"FailedDeployment","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"balance","type":"uint256"},{"internalType":"uint256","name":"needed","type":"uint256"}],"name":"InsufficientBalance","type":"error"},
  {"inputs":[{"internalType":"uint8","name":"bits","type":"uint8"},{"internalType":"uint256","name":"value","type":"uint256"}],"name":"SafeCastOverflowedUintDowncast","type":"error"},
  {"inputs":[{"internalType":"address","name":"token","type":"address"}],"name":"SafeERC20FailedOperation","type":"error"},
  {"inputs":[{"internalType":"address","name":"wallet","type":"address"}],"name":"VestingFactory_AlreadyExists","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"cliff","type":"uint256"},{"internalType":"uint256","name":"duration","type":"uint256"}],"name":"VestingFactory_CliffTooLong","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"duration","type":"uint256"},{"internalType":"uint256","name":"longest","type":"uint256"}],"name":"VestingFactory_DurationTooLong","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"immediateBps","type":"uint256"},{"internalType":"uint256","name":"most","type":"uint256"}],"name":"VestingFactory_ImmediateTooMuch","type":"error"},
  {"inputs":[],"name":"VestingFactory_NoBeneficiary","type":"error"},
  {"inputs":[{"internalType":"address","name":"payer","type":"address"}],"name":"VestingFactory_RevocableWithoutRow","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"start","type":"uint256"},{"internalType":"uint256","name":"earliest","type":"uint256"},{"internalType":"uint256","name":"latest","type":"uint256"}],"name":"VestingFactory_StartOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"step","type":"uint256"},{"internalType":"uint256","name":"shortest","type":"uint256"}],"name":"VestingFactory_StepTooShort","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"steps","type":"uint256"},{"internalType":"uint256","name":"duration","type":"uint256"}],"name":"VestingFactory_UnevenSteps","type":"error"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"}],"name":"VestingFactory_UnknownRow","type":"error"},
  {"inputs":[{"internalType":"VestingSchedule","name":"schedule","type":"uint256"}],"name":"VestingFactory_UnknownScheduleBits","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"actual","type":"address"}],"name":"VestingFactory_WrongAllocation","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"actual","type":"address"}],"name":"VestingFactory_WrongTimelock","type":"error"},
  {"inputs":[],"name":"VestingFactory_ZeroAddress","type":"error"},
  {"inputs":[],"name":"VestingFactory_ZeroAmount","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"wallet","type":"address"}],"name":"ReleaseFailed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"wallet","type":"address"},{"indexed":true,"internalType":"address","name":"beneficiary","type":"address"},{"indexed":true,"internalType":"address","name":"payer","type":"address"},{"indexed":false,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"indexed":false,"internalType":"bool","name":"revocable","type":"bool"},{"indexed":false,"internalType":"bytes32","name":"salt","type":"bytes32"}],"name":"VestingCreated","type":"event"},
  {"inputs":[],"name":"EARLIEST_START","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MAX_DURATION","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MAX_LEAD","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MIN_STEP","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"allocation","outputs":[{"internalType":"contract ITokenAllocation","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"VestingSchedule","name":"schedule","type":"uint256"}],"name":"checkSchedule","outputs":[],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"uint128","name":"amount","type":"uint128"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"bytes32","name":"salt","type":"bytes32"}],"internalType":"struct IVestingFactory.Grant","name":"grant","type":"tuple"}],"name":"create","outputs":[{"internalType":"address","name":"wallet","type":"address"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"uint128","name":"amount","type":"uint128"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"bytes32","name":"salt","type":"bytes32"}],"internalType":"struct IVestingFactory.Grant[]","name":"grants","type":"tuple[]"}],"name":"createMany","outputs":[{"internalType":"address[]","name":"wallets","type":"address[]"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"implementation","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address[]","name":"wallets","type":"address[]"}],"name":"portfolio","outputs":[{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"address","name":"offeredBeneficiary","type":"address"},{"internalType":"address","name":"destination","type":"address"},{"internalType":"address","name":"delegatee","type":"address"},{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"uint256","name":"amount","type":"uint256"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"uint256","name":"revokedAt","type":"uint256"},{"internalType":"uint256","name":"vested","type":"uint256"},{"internalType":"uint256","name":"released","type":"uint256"},{"internalType":"uint256","name":"releasable","type":"uint256"},{"internalType":"uint256","name":"balance","type":"uint256"}],"internalType":"struct IOpenVesting.State[]","name":"states","type":"tuple[]"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"payer","type":"address"},{"internalType":"RowId","name":"row","type":"uint8"},{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"uint128","name":"amount","type":"uint128"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"bytes32","name":"salt","type":"bytes32"}],"internalType":"struct IVestingFactory.Grant","name":"grant","type":"tuple"}],"name":"predict","outputs":[{"internalType":"address","name":"wallet","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address[]","name":"wallets","type":"address[]"}],"name":"releaseMany","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"contract IOpenToken","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type VestingFactoryAbi = typeof vestingFactoryAbi
export type VestingFactory<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<VestingFactoryAbi, client, viem.Address>
export type VestingFactoryRead = viem.ContractFunctionName<VestingFactoryAbi, 'pure' | 'view'>
export type VestingFactoryWrite = viem.ContractFunctionName<VestingFactoryAbi, 'nonpayable' | 'payable'>
export type VestingFactoryEvent = viem.ContractEventName<VestingFactoryAbi>
export type VestingFactoryError = viem.ContractErrorName<VestingFactoryAbi>
