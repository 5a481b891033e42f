// Generated from contracts/staking/interfaces/IAccountability.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iAccountabilityAbi = [
  {"inputs":[{"internalType":"bytes32","name":"offence","type":"bytes32"}],"name":"Accountability_AlreadyReported","type":"error"},
  {"inputs":[{"internalType":"address","name":"signerA","type":"address"},{"internalType":"address","name":"signerB","type":"address"}],"name":"Accountability_DifferentSigners","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"round","type":"uint256"},{"internalType":"uint256","name":"current","type":"uint256"}],"name":"Accountability_FutureRound","type":"error"},
  {"inputs":[{"internalType":"bytes32","name":"root","type":"bytes32"}],"name":"Accountability_InvalidSignature","type":"error"},
  {"inputs":[{"internalType":"address","name":"signer","type":"address"},{"internalType":"uint256","name":"round","type":"uint256"}],"name":"Accountability_NotLiable","type":"error"},
  {"inputs":[{"internalType":"bytes32","name":"root","type":"bytes32"}],"name":"Accountability_SameStatement","type":"error"},
  {"inputs":[],"name":"Accountability_ZeroAddress","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"ValidatorId","name":"id","type":"uint256"},{"indexed":true,"internalType":"address","name":"signer","type":"address"},{"indexed":true,"internalType":"address","name":"reporter","type":"address"},{"indexed":false,"internalType":"uint256","name":"round","type":"uint256"},{"indexed":false,"internalType":"uint8","name":"kind","type":"uint8"},{"indexed":false,"internalType":"bytes32","name":"subject","type":"bytes32"},{"indexed":false,"internalType":"bytes32","name":"rootA","type":"bytes32"},{"indexed":false,"internalType":"bytes32","name":"rootB","type":"bytes32"},{"indexed":false,"internalType":"uint256","name":"taken","type":"uint256"}],"name":"EquivocationReported","type":"event"},
  {"inputs":[],"name":"EQUIVOCATION_BPS","outputs":[{"internalType":"uint16","name":"","type":"uint16"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"components":[{"internalType":"uint64","name":"round","type":"uint64"},{"internalType":"uint8","name":"kind","type":"uint8"},{"internalType":"bytes32","name":"subject","type":"bytes32"}],"internalType":"struct IAccountability.Topic","name":"topic","type":"tuple"},{"internalType":"bytes32","name":"root","type":"bytes32"}],"name":"attestationDigest","outputs":[{"internalType":"bytes32","name":"","type":"bytes32"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"},{"components":[{"internalType":"uint64","name":"round","type":"uint64"},{"internalType":"uint8","name":"kind","type":"uint8"},{"internalType":"bytes32","name":"subject","type":"bytes32"}],"internalType":"struct IAccountability.Topic","name":"topic","type":"tuple"}],"name":"offenceOf","outputs":[{"internalType":"bytes32","name":"","type":"bytes32"}],"stateMutability":"pure","type":"function"},
  {"inputs":[{"components":[{"internalType":"uint64","name":"round","type":"uint64"},{"internalType":"uint8","name":"kind","type":"uint8"},{"internalType":"bytes32","name":"subject","type":"bytes32"}],"internalType":"struct IAccountability.Topic","name":"topic","type":"tuple"},{"components":[{"internalType":"bytes32","name":"root","type":"bytes32"},{"internalType":"bytes","name":"signature","type":"bytes"}],"internalType":"struct IAccountability.Statement","name":"a","type":"tuple"},{"components":[{"internalType":"bytes32","name":"root","type":"bytes32"},{"internalType":"bytes","name":"signature","type":"bytes"}],"internalType":"struct IAccountability.Statement","name":"b","type":"tuple"},{"internalType":"address","name":"reporter","type":"address"}],"name":"reportEquivocation","outputs":[{"internalType":"uint256","name":"taken","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"bytes32","name":"offence","type":"bytes32"}],"name":"reported","outputs":[{"internalType":"bool","name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"staking","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IAccountabilityAbi = typeof iAccountabilityAbi
export type IAccountability<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IAccountabilityAbi, client, viem.Address>
export type IAccountabilityRead = viem.ContractFunctionName<IAccountabilityAbi, 'pure' | 'view'>
export type IAccountabilityWrite = viem.ContractFunctionName<IAccountabilityAbi, 'nonpayable' | 'payable'>
export type IAccountabilityEvent = viem.ContractEventName<IAccountabilityAbi>
export type IAccountabilityError = viem.ContractErrorName<IAccountabilityAbi>
