// Generated from contracts/governance/interfaces/IGovernorProposalClass.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorProposalClassAbi = [
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":false,"internalType":"enum ProposalClass","name":"class","type":"uint8"}],"name":"ProposalClassified","type":"event"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"proposalClass","outputs":[{"internalType":"enum ProposalClass","name":"","type":"uint8"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"standardActions","outputs":[{"internalType":"contract IStandardActions","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IGovernorProposalClassAbi = typeof iGovernorProposalClassAbi
export type IGovernorProposalClass<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorProposalClassAbi, client, viem.Address>
export type IGovernorProposalClassRead = viem.ContractFunctionName<IGovernorProposalClassAbi, 'pure' | 'view'>
export type IGovernorProposalClassWrite = viem.ContractFunctionName<IGovernorProposalClassAbi, 'nonpayable' | 'payable'>
export type IGovernorProposalClassEvent = viem.ContractEventName<IGovernorProposalClassAbi>
export type IGovernorProposalClassError = viem.ContractErrorName<IGovernorProposalClassAbi>
