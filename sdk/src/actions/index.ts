export { bridgeOpen } from './bridge/bridgeOpen.ts'
export { getMessageState, type MessageState } from './bridge/getMessageState.ts'
export { quoteBridge } from './bridge/quoteBridge.ts'
export { claim } from './claims/claim.ts'
export { claimFor } from './claims/claimFor.ts'
export { clawBack } from './claims/clawBack.ts'
export { type CampaignStatus, getCampaign } from './claims/getCampaign.ts'
export { getClaim } from './claims/getClaim.ts'
export type { ClaimLeaf, ClaimsTree } from './claims/leaf.ts'
export { type ClaimPermission, signClaim } from './claims/signClaim.ts'
export {
  castVote,
  type SplitVote,
  type Support,
} from './governance/castVote.ts'
export { executeProposal } from './governance/executeProposal.ts'
export { getProposal, type ProposalState } from './governance/getProposal.ts'
export type {
  ProposalAction,
  ProposalClass,
  ProposalContent,
} from './governance/proposal.ts'
export { propose } from './governance/propose.ts'
export { queueProposal } from './governance/queueProposal.ts'
export { quoteRedemption } from './redemption/quoteRedemption.ts'
export { redeem } from './redemption/redeem.ts'
export { claimReward } from './staking/claimReward.ts'
export { dripRewards } from './staking/dripRewards.ts'
export { getPosition } from './staking/getPosition.ts'
export { getValidator, type ValidatorStatus } from './staking/getValidator.ts'
export { joinValidatorSet } from './staking/joinValidatorSet.ts'
export { registerValidator } from './staking/registerValidator.ts'
export { reportEquivocation } from './staking/reportEquivocation.ts'
export {
  type Statement,
  signAttestation,
  type Topic,
} from './staking/signAttestation.ts'
export {
  type ProofOfPossession,
  signProofOfPossession,
} from './staking/signProofOfPossession.ts'
export { stake } from './staking/stake.ts'
export { unbond } from './staking/unbond.ts'
export { withdraw } from './staking/withdraw.ts'
export { approve } from './token/approve.ts'
export { delegateVotes } from './token/delegateVotes.ts'
export { getBalance } from './token/getBalance.ts'
export { getVotes } from './token/getVotes.ts'
export { acceptVesting } from './vesting/acceptVesting.ts'
export { createVesting } from './vesting/createVesting.ts'
export { delegateVesting } from './vesting/delegateVesting.ts'
export { findVestings } from './vesting/findVestings.ts'
export { getVestings, type Vesting } from './vesting/getVestings.ts'
export { offerVesting } from './vesting/offerVesting.ts'
export { releaseVesting } from './vesting/releaseVesting.ts'
export { releaseVestings } from './vesting/releaseVestings.ts'
export type { VestingSchedule } from './vesting/schedule.ts'
export { activateXnode } from './xnode/activateXnode.ts'
export type { Asset } from './xnode/asset.ts'
export { buyXnode } from './xnode/buyXnode.ts'
export { getUnit, type UnitState } from './xnode/getUnit.ts'
export { quoteXnode } from './xnode/quoteXnode.ts'
