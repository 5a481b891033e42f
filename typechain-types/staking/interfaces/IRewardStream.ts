// Generated from contracts/staking/interfaces/IRewardStream.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iRewardStreamAbi = [
  {"inputs":[{"internalType":"uint256","name":"months","type":"uint256"}],"name":"RewardStream_Finished","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"balance","type":"uint256"},{"internalType":"uint256","name":"remaining","type":"uint256"}],"name":"RewardStream_NoSurplus","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"RewardStream_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"readyAt","type":"uint256"}],"name":"RewardStream_TooEarly","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"balance","type":"uint256"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"RewardStream_Underfunded","type":"error"},
  {"inputs":[],"name":"RewardStream_ZeroAddress","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"month","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Dripped","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"SurplusRecovered","type":"event"},
  {"inputs":[],"name":"EARLY_MONTHS","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"EARLY_TOTAL","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"LEAD","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MAIN_MONTHS","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MAIN_TOTAL","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MONTH","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"drip","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"month","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"to","type":"address"}],"name":"recoverSurplus","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"remaining","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"month_","type":"uint256"}],"name":"scheduled","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"pure","type":"function"},
  {"inputs":[],"name":"staking","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IRewardStreamAbi = typeof iRewardStreamAbi
export type IRewardStream<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IRewardStreamAbi, client, viem.Address>
export type IRewardStreamRead = viem.ContractFunctionName<IRewardStreamAbi, 'pure' | 'view'>
export type IRewardStreamWrite = viem.ContractFunctionName<IRewardStreamAbi, 'nonpayable' | 'payable'>
export type IRewardStreamEvent = viem.ContractEventName<IRewardStreamAbi>
export type IRewardStreamError = viem.ContractErrorName<IRewardStreamAbi>
