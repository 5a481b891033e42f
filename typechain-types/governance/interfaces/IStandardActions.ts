// Generated from contracts/governance/interfaces/IStandardActions.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iStandardActionsAbi = [
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"},{"internalType":"uint256","name":"available","type":"uint256"}],"name":"StandardActions_CapExhausted","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"cap","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"StandardActions_CapTooLarge","type":"error"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes4","name":"selector","type":"bytes4"}],"name":"StandardActions_NeverStandard","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"StandardActions_NotGovernor","type":"error"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes4","name":"selector","type":"bytes4"}],"name":"StandardActions_NotListed","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"StandardActions_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"named","type":"address"}],"name":"StandardActions_TokenNamesOtherTimelock","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"target","type":"address"},{"indexed":true,"internalType":"bytes4","name":"selector","type":"bytes4"},{"indexed":false,"internalType":"uint256","name":"oldCap","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newCap","type":"uint256"}],"name":"StandardActionSet","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"asset","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"moved","type":"uint256"}],"name":"StandardCapUsed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"target","type":"address"}],"name":"TargetClosed","type":"event"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"}],"name":"available","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address[]","name":"targets","type":"address[]"},{"internalType":"uint256[]","name":"values","type":"uint256[]"},{"internalType":"bytes[]","name":"calldatas","type":"bytes[]"}],"name":"classify","outputs":[{"internalType":"enum ProposalClass","name":"","type":"uint8"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"governor","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes4","name":"selector","type":"bytes4"}],"name":"isNeverStandard","outputs":[{"internalType":"bool","name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"}],"name":"moved","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes4","name":"selector","type":"bytes4"},{"internalType":"uint256","name":"cap","type":"uint256"}],"name":"setStandardAction","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address[]","name":"targets","type":"address[]"},{"internalType":"uint256[]","name":"values","type":"uint256[]"},{"internalType":"bytes[]","name":"calldatas","type":"bytes[]"}],"name":"spend","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes4","name":"selector","type":"bytes4"}],"name":"standardCap","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"contract IOpenToken","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IStandardActionsAbi = typeof iStandardActionsAbi
export type IStandardActions<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IStandardActionsAbi, client, viem.Address>
export type IStandardActionsRead = viem.ContractFunctionName<IStandardActionsAbi, 'pure' | 'view'>
export type IStandardActionsWrite = viem.ContractFunctionName<IStandardActionsAbi, 'nonpayable' | 'payable'>
export type IStandardActionsEvent = viem.ContractEventName<IStandardActionsAbi>
export type IStandardActionsError = viem.ContractErrorName<IStandardActionsAbi>
