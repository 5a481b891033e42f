// Generated from contracts/staking/interfaces/IValidatorStakingErrors.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iValidatorStakingErrorsAbi = [
  {"inputs":[{"internalType":"uint256","name":"epoch","type":"uint256"}],"name":"ValidatorStaking_BucketClosed","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_Closed","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"bps","type":"uint256"},{"internalType":"uint256","name":"limit","type":"uint256"}],"name":"ValidatorStaking_CommissionTooHigh","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_DeadPool","type":"error"},
  {"inputs":[],"name":"ValidatorStaking_EmptyReward","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"epoch","type":"uint256"},{"internalType":"uint256","name":"current","type":"uint256"}],"name":"ValidatorStaking_EvidenceOutOfTime","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_InSet","type":"error"},
  {"inputs":[{"internalType":"address","name":"signer","type":"address"},{"internalType":"address","name":"recovered","type":"address"}],"name":"ValidatorStaking_InvalidProof","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"},{"internalType":"uint256","name":"until","type":"uint256"}],"name":"ValidatorStaking_Jailed","type":"error"},
  {"inputs":[{"internalType":"address","name":"signer","type":"address"}],"name":"ValidatorStaking_KeyUsed","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"ValidatorStaking_NotAccountability","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_NotInSet","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_NotJailed","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"},{"internalType":"address","name":"caller","type":"address"}],"name":"ValidatorStaking_NotOperator","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"own","type":"uint256"},{"internalType":"uint256","name":"possibleIn","type":"uint256"}],"name":"ValidatorStaking_NotRetirable","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"ValidatorStaking_NotRewardStream","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"epoch","type":"uint256"},{"internalType":"uint256","name":"through","type":"uint256"}],"name":"ValidatorStaking_NotServing","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"ValidatorStaking_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"},{"internalType":"address","name":"owner","type":"address"}],"name":"ValidatorStaking_NotUnitOwner","type":"error"},
  {"inputs":[],"name":"ValidatorStaking_NothingToPay","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"delegated","type":"uint256"},{"internalType":"uint256","name":"cap","type":"uint256"}],"name":"ValidatorStaking_OverDelegationCap","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_OwnStake","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"tokens","type":"uint256"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"ValidatorStaking_PositionTooSmall","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"deadline","type":"uint256"}],"name":"ValidatorStaking_ProofExpired","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_Resting","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_SameValidator","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"own","type":"uint256"},{"internalType":"uint256","name":"minimum","type":"uint256"}],"name":"ValidatorStaking_SelfStakeTooLow","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"limit","type":"uint256"}],"name":"ValidatorStaking_SetFull","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"value","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"ValidatorStaking_SettingOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"bytes32","name":"hash","type":"bytes32"},{"internalType":"bytes32","name":"queued","type":"bytes32"}],"name":"ValidatorStaking_SettingsNotQueued","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"readyAt","type":"uint256"}],"name":"ValidatorStaking_SettingsNotReady","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"claimableIn","type":"uint256"},{"internalType":"uint256","name":"epoch","type":"uint256"}],"name":"ValidatorStaking_StillUnbonding","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"weak","type":"uint256"},{"internalType":"uint256","name":"strong","type":"uint256"}],"name":"ValidatorStaking_TooLight","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"amount","type":"uint256"},{"internalType":"uint256","name":"minimum","type":"uint256"}],"name":"ValidatorStaking_TooSmall","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"}],"name":"ValidatorStaking_UnitInactive","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"}],"name":"ValidatorStaking_UnitNotLapsed","type":"error"},
  {"inputs":[{"internalType":"ValidatorId","name":"id","type":"uint256"}],"name":"ValidatorStaking_UnknownValidator","type":"error"},
  {"inputs":[],"name":"ValidatorStaking_ZeroAddress","type":"error"},
] as const satisfies viem.Abi

export type IValidatorStakingErrorsAbi = typeof iValidatorStakingErrorsAbi
export type IValidatorStakingErrors<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IValidatorStakingErrorsAbi, client, viem.Address>
export type IValidatorStakingErrorsRead = viem.ContractFunctionName<IValidatorStakingErrorsAbi, 'pure' | 'view'>
export type IValidatorStakingErrorsWrite = viem.ContractFunctionName<IValidatorStakingErrorsAbi, 'nonpayable' | 'payable'>
export type IValidatorStakingErrorsEvent = viem.ContractEventName<IValidatorStakingErrorsAbi>
export type IValidatorStakingErrorsError = viem.ContractErrorName<IValidatorStakingErrorsAbi>
