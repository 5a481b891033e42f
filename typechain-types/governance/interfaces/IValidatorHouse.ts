// Generated from contracts/governance/interfaces/IValidatorHouse.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iValidatorHouseAbi = [
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"uint256","name":"until","type":"uint256"}],"name":"ValidatorHouse_AlreadyHeld","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorHouse_AlreadyObjected","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"},{"internalType":"uint256","name":"place","type":"uint256"},{"internalType":"uint256","name":"epoch","type":"uint256"}],"name":"ValidatorHouse_NotMember","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"},{"internalType":"address","name":"caller","type":"address"}],"name":"ValidatorHouse_NotOperator","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"enum IGovernor.ProposalState","name":"state","type":"uint8"}],"name":"ValidatorHouse_NotQueued","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorHouse_Tombstoned","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"uint256","name":"eta","type":"uint256"}],"name":"ValidatorHouse_TooLate","type":"error"},
  {"inputs":[],"name":"ValidatorHouse_ZeroAddress","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":true,"internalType":"ValidatorId","name":"id","type":"uint256"},{"indexed":true,"internalType":"address","name":"operator","type":"address"},{"indexed":false,"internalType":"uint256","name":"place","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"objections","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"needed","type":"uint256"}],"name":"Objected","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"until","type":"uint256"}],"name":"ProposalHeld","type":"event"},
  {"inputs":[],"name":"HOLD","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"governor","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"heldUntil","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"ValidatorId","name":"id","type":"uint256"},{"internalType":"uint256","name":"place","type":"uint256"}],"name":"object","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"objectionsOf","outputs":[{"internalType":"uint256","name":"places","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"staking","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IValidatorHouseAbi = typeof iValidatorHouseAbi
export type IValidatorHouse<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IValidatorHouseAbi, client, viem.Address>
export type IValidatorHouseRead = viem.ContractFunctionName<IValidatorHouseAbi, 'pure' | 'view'>
export type IValidatorHouseWrite = viem.ContractFunctionName<IValidatorHouseAbi, 'nonpayable' | 'payable'>
export type IValidatorHouseEvent = viem.ContractEventName<IValidatorHouseAbi>
export type IValidatorHouseError = viem.ContractErrorName<IValidatorHouseAbi>
