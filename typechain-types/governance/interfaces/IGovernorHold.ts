// Generated from contracts/governance/interfaces/IGovernorHold.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iGovernorHoldAbi = [
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"uint256","name":"until","type":"uint256"}],"name":"GovernorHold_Held","type":"error"},
  {"inputs":[],"name":"validatorHouse","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IGovernorHoldAbi = typeof iGovernorHoldAbi
export type IGovernorHold<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IGovernorHoldAbi, client, viem.Address>
export type IGovernorHoldRead = viem.ContractFunctionName<IGovernorHoldAbi, 'pure' | 'view'>
export type IGovernorHoldWrite = viem.ContractFunctionName<IGovernorHoldAbi, 'nonpayable' | 'payable'>
export type IGovernorHoldEvent = viem.ContractEventName<IGovernorHoldAbi>
export type IGovernorHoldError = viem.ContractErrorName<IGovernorHoldAbi>
