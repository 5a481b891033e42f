// Generated from contracts/governance/interfaces/IGovernorProposeBySig.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorProposeBySigAbi = [
  {"inputs":[{"internalType":"uint256","name":"deadline","type":"uint256"}],"name":"GovernorProposeBySig_SignatureExpired","type":"error"},
  {"inputs":[{"internalType":"address[]","name":"targets","type":"address[]"},{"internalType":"uint256[]","name":"values","type":"uint256[]"},{"internalType":"bytes[]","name":"calldatas","type":"bytes[]"},{"internalType":"string","name":"description","type":"string"},{"internalType":"address","name":"proposer","type":"address"},{"internalType":"uint256","name":"deadline","type":"uint256"},{"internalType":"bytes","name":"signature","type":"bytes"}],"name":"proposeBySig","outputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type IGovernorProposeBySigAbi = typeof iGovernorProposeBySigAbi
export type IGovernorProposeBySig<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorProposeBySigAbi, client, viem.Address>
export type IGovernorProposeBySigRead = viem.ContractFunctionName<IGovernorProposeBySigAbi, 'pure' | 'view'>
export type IGovernorProposeBySigWrite = viem.ContractFunctionName<IGovernorProposeBySigAbi, 'nonpayable' | 'payable'>
export type IGovernorProposeBySigEvent = viem.ContractEventName<IGovernorProposeBySigAbi>
export type IGovernorProposeBySigError = viem.ContractErrorName<IGovernorProposeBySigAbi>
