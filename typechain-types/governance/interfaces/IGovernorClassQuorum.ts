// Generated from contracts/governance/interfaces/IGovernorClassQuorum.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorClassQuorumAbi = [
  {"inputs":[{"internalType":"enum ProposalClass","name":"class","type":"uint8"},{"internalType":"uint256","name":"floor","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"GovernorClassQuorum_FloorOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"enum ProposalClass","name":"class","type":"uint8"},{"internalType":"uint256","name":"numerator","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"GovernorClassQuorum_NumeratorOutOfBounds","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":false,"internalType":"uint256","name":"oldNumerator","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newNumerator","type":"uint256"}],"name":"ConstitutionalQuorumNumeratorUpdated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"enum ProposalClass","name":"class","type":"uint8"},{"indexed":false,"internalType":"uint256","name":"oldFloor","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newFloor","type":"uint256"}],"name":"QuorumFloorUpdated","type":"event"},
  {"inputs":[{"internalType":"uint256","name":"timepoint","type":"uint256"}],"name":"constitutionalQuorumNumerator","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"proposalQuorum","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"enum ProposalClass","name":"class","type":"uint8"},{"internalType":"uint256","name":"timepoint","type":"uint256"}],"name":"quorumFloor","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"newNumerator","type":"uint256"}],"name":"updateConstitutionalQuorumNumerator","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"enum ProposalClass","name":"class","type":"uint8"},{"internalType":"uint256","name":"newFloor","type":"uint256"}],"name":"updateQuorumFloor","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"timepoint","type":"uint256"}],"name":"votingSupply","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IGovernorClassQuorumAbi = typeof iGovernorClassQuorumAbi
export type IGovernorClassQuorum<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorClassQuorumAbi, client, viem.Address>
export type IGovernorClassQuorumRead = viem.ContractFunctionName<IGovernorClassQuorumAbi, 'pure' | 'view'>
export type IGovernorClassQuorumWrite = viem.ContractFunctionName<IGovernorClassQuorumAbi, 'nonpayable' | 'payable'>
export type IGovernorClassQuorumEvent = viem.ContractEventName<IGovernorClassQuorumAbi>
export type IGovernorClassQuorumError = viem.ContractErrorName<IGovernorClassQuorumAbi>
