// Generated from contracts/governance/interfaces/IVoteRelay.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iVoteRelayAbi = [
  {"inputs":[{"internalType":"address","name":"to","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"VoteRelay_EtherRefused","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"item","type":"uint256"},{"internalType":"uint256","name":"left","type":"uint256"},{"internalType":"uint256","name":"needed","type":"uint256"}],"name":"VoteRelay_GasTooLow","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"value","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"VoteRelay_LimitOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"address","name":"relayer","type":"address"}],"name":"VoteRelay_NoCredit","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"item","type":"uint256"},{"internalType":"bytes4","name":"selector","type":"bytes4"}],"name":"VoteRelay_NotRelayable","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"VoteRelay_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"amount","type":"uint256"},{"internalType":"uint256","name":"available","type":"uint256"}],"name":"VoteRelay_PotTooSmall","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"relayer","type":"address"},{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"CreditWithdrawn","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"from","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Funded","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"account","type":"address"},{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"item","type":"uint256"},{"indexed":false,"internalType":"bytes","name":"reason","type":"bytes"}],"name":"ItemFailed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"account","type":"address"},{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"item","type":"uint256"},{"indexed":false,"internalType":"bool","name":"isRefunded","type":"bool"}],"name":"ItemRelayed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"internalType":"uint256","name":"oldMinVotes","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newMinVotes","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"oldProposalCap","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newProposalCap","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"oldDayCap","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newDayCap","type":"uint256"}],"name":"LimitsUpdated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Reclaimed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"relayer","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"RefundCredited","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"relayer","type":"address"},{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"due","type":"uint256"}],"name":"Refunded","type":"event"},
  {"inputs":[{"internalType":"address","name":"relayer","type":"address"}],"name":"creditOf","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"dayCap","outputs":[{"internalType":"uint80","name":"","type":"uint80"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"governor","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"delegator","type":"address"}],"name":"lastDelegation","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"minVotes","outputs":[{"internalType":"uint96","name":"","type":"uint96"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"pot","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"proposalCap","outputs":[{"internalType":"uint80","name":"","type":"uint80"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"reclaim","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"refundedFor","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"refundedToday","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"bytes[]","name":"items","type":"bytes[]"}],"name":"relay","outputs":[{"internalType":"uint256","name":"relayed","type":"uint256"},{"internalType":"uint256","name":"refund","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"newMinVotes","type":"uint256"},{"internalType":"uint256","name":"newProposalCap","type":"uint256"},{"internalType":"uint256","name":"newDayCap","type":"uint256"}],"name":"setLimits","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address payable","name":"to","type":"address"}],"name":"withdrawCredit","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type IVoteRelayAbi = typeof iVoteRelayAbi
export type IVoteRelay<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IVoteRelayAbi, client, viem.Address>
export type IVoteRelayRead = viem.ContractFunctionName<IVoteRelayAbi, 'pure' | 'view'>
export type IVoteRelayWrite = viem.ContractFunctionName<IVoteRelayAbi, 'nonpayable' | 'payable'>
export type IVoteRelayEvent = viem.ContractEventName<IVoteRelayAbi>
export type IVoteRelayError = viem.ContractErrorName<IVoteRelayAbi>
