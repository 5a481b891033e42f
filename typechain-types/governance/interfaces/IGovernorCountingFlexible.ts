// Generated from contracts/governance/interfaces/IGovernorCountingFlexible.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorCountingFlexibleAbi = [
  {"inputs":[{"internalType":"address","name":"voter","type":"address"},{"internalType":"uint256","name":"used","type":"uint256"},{"internalType":"uint256","name":"remaining","type":"uint256"}],"name":"GovernorCountingFlexible_ExceedsRemainingWeight","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"address","name":"voter","type":"address"}],"name":"GovernorCountingFlexible_NoBallot","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"voter","type":"address"},{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"againstVotes","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"forVotes","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"abstainVotes","type":"uint256"},{"indexed":false,"internalType":"string","name":"reason","type":"string"}],"name":"VoteChanged","type":"event"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"address","name":"voter","type":"address"}],"name":"ballotOf","outputs":[{"components":[{"internalType":"uint128","name":"againstVotes","type":"uint128"},{"internalType":"uint128","name":"forVotes","type":"uint128"},{"internalType":"uint128","name":"abstainVotes","type":"uint128"}],"internalType":"struct IGovernorCountingFlexible.Ballot","name":"","type":"tuple"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"uint8","name":"support","type":"uint8"},{"internalType":"string","name":"reason","type":"string"},{"internalType":"bytes","name":"params","type":"bytes"}],"name":"changeVote","outputs":[{"internalType":"uint256","name":"weight","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"proposalVotes","outputs":[{"internalType":"uint256","name":"againstVotes","type":"uint256"},{"internalType":"uint256","name":"forVotes","type":"uint256"},{"internalType":"uint256","name":"abstainVotes","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"address","name":"voter","type":"address"}],"name":"usedVotes","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IGovernorCountingFlexibleAbi = typeof iGovernorCountingFlexibleAbi
export type IGovernorCountingFlexible<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorCountingFlexibleAbi, client, viem.Address>
export type IGovernorCountingFlexibleRead = viem.ContractFunctionName<IGovernorCountingFlexibleAbi, 'pure' | 'view'>
export type IGovernorCountingFlexibleWrite = viem.ContractFunctionName<IGovernorCountingFlexibleAbi, 'nonpayable' | 'payable'>
export type IGovernorCountingFlexibleEvent = viem.ContractEventName<IGovernorCountingFlexibleAbi>
export type IGovernorCountingFlexibleError = viem.ContractErrorName<IGovernorCountingFlexibleAbi>
