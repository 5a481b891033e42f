// Generated from contracts/governance/ValidatorHouse.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const validatorHouseAbi = [
  {"inputs":[{"internalType":"address","name":"governor_","type":"address"},{"internalType":"address","name":"staking_","type":"address"}],"stateMutability":"nonpayable","type":"constructor"},
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
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"heldUntil","outputs":[{"internalType":"uint256","name":"timestamp","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"},{"internalType":"ValidatorId","name":"id","type":"uint256"},{"internalType":"uint256","name":"place","type":"uint256"}],"name":"object","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"objectionsOf","outputs":[{"internalType":"uint256","name":"places","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"staking","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type ValidatorHouseAbi = typeof validatorHouseAbi
export type ValidatorHouse<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<ValidatorHouseAbi, client, viem.Address>
export type ValidatorHouseRead = viem.ContractFunctionName<ValidatorHouseAbi, 'pure' | 'view'>
export type ValidatorHouseWrite = viem.ContractFunctionName<ValidatorHouseAbi, 'nonpayable' | 'payable'>
export type ValidatorHouseEvent = viem.ContractEventName<ValidatorHouseAbi>
export type ValidatorHouseError = viem.ContractErrorName<ValidatorHouseAbi>
