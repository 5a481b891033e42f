export { findClaims } from './actions/claims/findClaims.ts'
export { verifyClaim } from './actions/claims/verifyClaim.ts'
export { markProposer } from './actions/governance/proposal.ts'
export * from './actions/index.ts'
export { appIdOf } from './actions/registry/appIdOf.ts'
export { reportTypes } from './actions/registry/signReport.ts'
export {
  attestationKinds,
  attestationTypes,
  heartbeatTopic,
  placesOf,
  roundTopic,
} from './actions/staking/attestation.ts'
export {
  decodeVestingSchedule,
  encodeVestingSchedule,
} from './actions/vesting/schedule.ts'
export {
  type Deployments,
  homeContracts,
  openTokenOf,
  spokeContracts,
} from './contracts.ts'
export { type OpenmeshActions, openmeshActions } from './decorator.ts'
export {
  type DecodedRevert,
  decodeRevert,
  toOpenmeshError,
} from './errors/decode.ts'
export { type ActionErrorType, OpenmeshError } from './errors/OpenmeshError.ts'
export { type Remedy, remedies } from './errors/remedies.ts'
export type { SdkErrorName } from './errors/sdkErrors.ts'
export type { BlockParameters } from './internal/blocks.ts'
export type {
  ActionParameters,
  Call,
  Contracts,
  HomeContracts,
  ReadClient,
  SpokeContracts,
  WalletClient,
} from './types.ts'
