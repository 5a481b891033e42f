// Generated from contracts/governance/interfaces/IGovernorProposalClass.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorProposalClassAbi = [
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"uint256","name":"spent","type":"uint256"},{"internalType":"uint256","name":"cap","type":"uint256"},{"internalType":"uint256","name":"renewal","type":"uint256"}],"name":"GovernorProposalClass_CapExhausted","type":"error"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes4","name":"selector","type":"bytes4"}],"name":"GovernorProposalClass_NeverStandard","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":false,"internalType":"enum IGovernorProposalClass.ProposalClass","name":"class","type":"uint8"}],"name":"ProposalClassified","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"target","type":"address"},{"indexed":true,"internalType":"bytes4","name":"selector","type":"bytes4"},{"indexed":false,"internalType":"uint256","name":"oldCap","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newCap","type":"uint256"}],"name":"StandardActionSet","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"asset","type":"address"},{"indexed":false,"internalType":"uint256","name":"spent","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"windowEnd","type":"uint256"}],"name":"StandardCapUsed","type":"event"},
  {"inputs":[{"internalType":"address[]","name":"targets","type":"address[]"},{"internalType":"uint256[]","name":"values","type":"uint256[]"},{"internalType":"bytes[]","name":"calldatas","type":"bytes[]"}],"name":"classify","outputs":[{"internalType":"enum IGovernorProposalClass.ProposalClass","name":"","type":"uint8"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"proposalClass","outputs":[{"internalType":"enum IGovernorProposalClass.ProposalClass","name":"","type":"uint8"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes4","name":"selector","type":"bytes4"},{"internalType":"uint256","name":"cap","type":"uint256"}],"name":"setStandardAction","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes4","name":"selector","type":"bytes4"}],"name":"standardCap","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IGovernorProposalClassAbi = typeof iGovernorProposalClassAbi
export type IGovernorProposalClass<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorProposalClassAbi, client, viem.Address>
export type IGovernorProposalClassRead = viem.ContractFunctionName<IGovernorProposalClassAbi, 'pure' | 'view'>
export type IGovernorProposalClassWrite = viem.ContractFunctionName<IGovernorProposalClassAbi, 'nonpayable' | 'payable'>
export type IGovernorProposalClassEvent = viem.ContractEventName<IGovernorProposalClassAbi>
export type IGovernorProposalClassError = viem.ContractErrorName<IGovernorProposalClassAbi>
