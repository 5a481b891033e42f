// Generated from contracts/governance/interfaces/IGovernorChangeVoteBySig.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorChangeVoteBySigAbi = [
  {"inputs":[{"internalType":"uint256","name":"deadline","type":"uint256"}],"name":"GovernorChangeVoteBySig_SignatureExpired","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"uint8","name":"support","type":"uint8"},{"internalType":"address","name":"voter","type":"address"},{"internalType":"uint256","name":"deadline","type":"uint256"},{"internalType":"string","name":"reason","type":"string"},{"internalType":"bytes","name":"params","type":"bytes"},{"internalType":"bytes","name":"signature","type":"bytes"}],"name":"changeVoteBySig","outputs":[{"internalType":"uint256","name":"weight","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type IGovernorChangeVoteBySigAbi = typeof iGovernorChangeVoteBySigAbi
export type IGovernorChangeVoteBySig<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorChangeVoteBySigAbi, client, viem.Address>
export type IGovernorChangeVoteBySigRead = viem.ContractFunctionName<IGovernorChangeVoteBySigAbi, 'pure' | 'view'>
export type IGovernorChangeVoteBySigWrite = viem.ContractFunctionName<IGovernorChangeVoteBySigAbi, 'nonpayable' | 'payable'>
export type IGovernorChangeVoteBySigEvent = viem.ContractEventName<IGovernorChangeVoteBySigAbi>
export type IGovernorChangeVoteBySigError = viem.ContractErrorName<IGovernorChangeVoteBySigAbi>
