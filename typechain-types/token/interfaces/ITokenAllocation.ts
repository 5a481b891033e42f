// Generated from contracts/token/interfaces/ITokenAllocation.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iTokenAllocationAbi = [
  {"inputs":[{"internalType":"uint256","name":"sum","type":"uint256"},{"internalType":"uint256","name":"expected","type":"uint256"}],"name":"TokenAllocation_CapsMismatch","type":"error"},
  {"inputs":[],"name":"TokenAllocation_GenesisClosed","type":"error"},
  {"inputs":[{"internalType":"address","name":"recipient","type":"address"}],"name":"TokenAllocation_NotAContract","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"balance","type":"uint256"},{"internalType":"uint256","name":"expected","type":"uint256"}],"name":"TokenAllocation_NotFunded","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"TokenAllocation_NotGenesisAdmin","type":"error"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"uint256","name":"outstanding","type":"uint256"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"TokenAllocation_NotOutstanding","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"TokenAllocation_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"available","type":"uint256"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"TokenAllocation_OutflowExceeded","type":"error"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"uint256","name":"remaining","type":"uint256"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"TokenAllocation_RowExceeded","type":"error"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"}],"name":"TokenAllocation_SameRow","type":"error"},
  {"inputs":[],"name":"TokenAllocation_ToItself","type":"error"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"}],"name":"TokenAllocation_UnknownRow","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"actual","type":"address"}],"name":"TokenAllocation_WrongTimelock","type":"error"},
  {"inputs":[],"name":"TokenAllocation_ZeroAddress","type":"error"},
  {"inputs":[],"name":"TokenAllocation_ZeroAmount","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":true,"internalType":"address","name":"recipient","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Funded","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"caller","type":"address"}],"name":"GenesisClosed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"GenesisGranted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":true,"internalType":"address","name":"from","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"GivenBack","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Granted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"from","type":"uint8"},{"indexed":true,"internalType":"RowId","name":"to","type":"uint8"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"fromCap","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"toCap","type":"uint256"}],"name":"Reallocated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":true,"internalType":"bytes32","name":"key","type":"bytes32"},{"indexed":false,"internalType":"uint256","name":"cap","type":"uint256"}],"name":"RowCreated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":true,"internalType":"address","name":"wallet","type":"address"},{"indexed":true,"internalType":"address","name":"beneficiary","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"VestingGranted","type":"event"},
  {"inputs":[],"name":"OUTFLOW_LIMIT","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"availableOutflow","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"closeGenesis","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"address","name":"recipient","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"fund","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"genesisAdmin","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"genesisClosed","outputs":[{"internalType":"bool","name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"address","name":"recipient","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"genesisFund","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"address","name":"to","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"genesisGrant","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"uint128","name":"amount","type":"uint128"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"bytes32","name":"salt","type":"bytes32"}],"internalType":"struct IVestingFactory.Grant","name":"vesting","type":"tuple"}],"name":"genesisGrantVesting","outputs":[{"internalType":"address","name":"wallet","type":"address"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"uint128","name":"amount","type":"uint128"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"bytes32","name":"salt","type":"bytes32"}],"internalType":"struct IVestingFactory.Grant[]","name":"vestings","type":"tuple[]"}],"name":"genesisGrantVestingMany","outputs":[{"internalType":"address[]","name":"wallets","type":"address[]"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"giveBack","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"address","name":"to","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"grant","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"uint128","name":"amount","type":"uint128"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"bytes32","name":"salt","type":"bytes32"}],"internalType":"struct IVestingFactory.Grant","name":"vesting","type":"tuple"}],"name":"grantVesting","outputs":[{"internalType":"address","name":"wallet","type":"address"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"components":[{"internalType":"address","name":"beneficiary","type":"address"},{"internalType":"uint128","name":"amount","type":"uint128"},{"internalType":"VestingSchedule","name":"schedule","type":"uint256"},{"internalType":"bool","name":"revocable","type":"bool"},{"internalType":"bytes32","name":"salt","type":"bytes32"}],"internalType":"struct IVestingFactory.Grant[]","name":"vestings","type":"tuple[]"}],"name":"grantVestingMany","outputs":[{"internalType":"address[]","name":"wallets","type":"address[]"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"address","name":"recipient","type":"address"}],"name":"outstanding","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"from","type":"uint8"},{"internalType":"RowId","name":"to","type":"uint8"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"reallocate","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"}],"name":"remaining","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"rows","outputs":[{"components":[{"internalType":"bytes32","name":"key","type":"bytes32"},{"internalType":"uint128","name":"cap","type":"uint128"},{"internalType":"uint128","name":"spent","type":"uint128"}],"internalType":"struct ITokenAllocation.RowState[25]","name":"","type":"tuple[25]"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"}],"name":"spent","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"contract IOpenToken","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"vestingFactory","outputs":[{"internalType":"contract IVestingFactory","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type ITokenAllocationAbi = typeof iTokenAllocationAbi
export type ITokenAllocation<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<ITokenAllocationAbi, client, viem.Address>
export type ITokenAllocationRead = viem.ContractFunctionName<ITokenAllocationAbi, 'pure' | 'view'>
export type ITokenAllocationWrite = viem.ContractFunctionName<ITokenAllocationAbi, 'nonpayable' | 'payable'>
export type ITokenAllocationEvent = viem.ContractEventName<ITokenAllocationAbi>
export type ITokenAllocationError = viem.ContractErrorName<ITokenAllocationAbi>
