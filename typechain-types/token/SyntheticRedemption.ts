// Generated from contracts/token/SyntheticRedemption.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const syntheticRedemptionAbi = [
  {"inputs":[{"internalType":"contract IOpenToken","name":"token_","type":"address"},{"internalType":"contract IERC20Metadata","name":"synthetic_","type":"address"},{"internalType":"contract ITokenAllocation","name":"allocation_","type":"address"},{"internalType":"address","name":"timelock_","type":"address"},{"internalType":"uint256","name":"start_","type":"uint256"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[],"name":"ReentrancyGuardReentrantCall","type":"error"},
  {"inputs":[{"internalType":"address","name":"token","type":"address"}],"name":"SafeERC20FailedOperation","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"expected","type":"uint256"},{"internalType":"uint256","name":"received","type":"uint256"}],"name":"SyntheticRedemption_NotReceived","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"start","type":"uint256"}],"name":"SyntheticRedemption_NotStarted","type":"error"},
  {"inputs":[{"internalType":"address","name":"synthetic","type":"address"}],"name":"SyntheticRedemption_NotSynthetic","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"SyntheticRedemption_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"start","type":"uint256"},{"internalType":"uint256","name":"earliest","type":"uint256"},{"internalType":"uint256","name":"latest","type":"uint256"}],"name":"SyntheticRedemption_StartOutOfRange","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"allowedFrom","type":"uint256"}],"name":"SyntheticRedemption_StillPromised","type":"error"},
  {"inputs":[],"name":"SyntheticRedemption_ToItself","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"funded","type":"uint256"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"SyntheticRedemption_Underfunded","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"actual","type":"address"}],"name":"SyntheticRedemption_WrongCounterpart","type":"error"},
  {"inputs":[],"name":"SyntheticRedemption_ZeroAddress","type":"error"},
  {"inputs":[],"name":"SyntheticRedemption_ZeroAmount","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"GivenBack","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"account","type":"address"},{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Redeemed","type":"event"},
  {"inputs":[],"name":"MAX_LEAD","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"PROMISE","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"allocation","outputs":[{"internalType":"contract ITokenAllocation","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"fundedFor","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"giveBack","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"giveBackFrom","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"locked","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"redeem","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"amount","type":"uint256"},{"internalType":"address","name":"to","type":"address"}],"name":"redeemTo","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"start","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"synthetic","outputs":[{"internalType":"contract IERC20Metadata","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"contract IOpenToken","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type SyntheticRedemptionAbi = typeof syntheticRedemptionAbi
export type SyntheticRedemption<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<SyntheticRedemptionAbi, client, viem.Address>
export type SyntheticRedemptionRead = viem.ContractFunctionName<SyntheticRedemptionAbi, 'pure' | 'view'>
export type SyntheticRedemptionWrite = viem.ContractFunctionName<SyntheticRedemptionAbi, 'nonpayable' | 'payable'>
export type SyntheticRedemptionEvent = viem.ContractEventName<SyntheticRedemptionAbi>
export type SyntheticRedemptionError = viem.ContractErrorName<SyntheticRedemptionAbi>
