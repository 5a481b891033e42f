export type { Asset, AssetAmount } from '../internal/asset.ts'
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
export type {
  SignedBallot,
  SignedChange,
  SignedDelegation,
  SignedVote,
  Support,
} from './governance/ballot.ts'
export { cancelProposal } from './governance/cancelProposal.ts'
export { castVote } from './governance/castVote.ts'
export { changeVote } from './governance/changeVote.ts'
export { executeProposal } from './governance/executeProposal.ts'
export { getDelegate } from './governance/getDelegate.ts'
export { getPower } from './governance/getPower.ts'
export { getProposal } from './governance/getProposal.ts'
export { getProposalDetails } from './governance/getProposalDetails.ts'
export { getTimeline, type Milestone } from './governance/getTimeline.ts'
export { getVoteReceipt } from './governance/getVoteReceipt.ts'
export type { DecodedCall, Target } from './governance/knownCalls.ts'
export type {
  ProposalDetails,
  ProposalState,
  Weights,
  ZeroReason,
} from './governance/lens.ts'
export {
  type Delegation,
  listDelegations,
} from './governance/listDelegations.ts'
export {
  listProposals,
  type ProposalSummary,
} from './governance/listProposals.ts'
export { listVotes, type VoterBallot } from './governance/listVotes.ts'
export { objectToProposal } from './governance/objectToProposal.ts'
export type {
  ProposalAction,
  ProposalClass,
  ProposalContent,
} from './governance/proposal.ts'
export { propose } from './governance/propose.ts'
export { queueProposal } from './governance/queueProposal.ts'
export { relayVotes } from './governance/relayVotes.ts'
export { signChange } from './governance/signChange.ts'
export { signDelegation } from './governance/signDelegation.ts'
export { type SignedProposal, signProposal } from './governance/signProposal.ts'
export { signVote } from './governance/signVote.ts'
export {
  type SimulatedAction,
  simulateProposal,
} from './governance/simulateProposal.ts'
export { splitVote } from './governance/splitVote.ts'
export type { Standing } from './governance/standing.ts'
export { submitProposal } from './governance/submitProposal.ts'
export type { ActionWarning } from './governance/warnings.ts'
export { watchProposal } from './governance/watchProposal.ts'
export { whyZero } from './governance/whyZero.ts'
export { quoteRedemption } from './redemption/quoteRedemption.ts'
export { redeem } from './redemption/redeem.ts'
export { addAppVersion } from './registry/addAppVersion.ts'
export type { App } from './registry/app.ts'
export { deployApp } from './registry/deployApp.ts'
export { getApp } from './registry/getApp.ts'
export { getDeployment } from './registry/getDeployment.ts'
export type { Host } from './registry/host.ts'
export { listApps } from './registry/listApps.ts'
export { listHosts } from './registry/listHosts.ts'
export { type Finding, proveUnit } from './registry/proveUnit.ts'
export { publishApp } from './registry/publishApp.ts'
export { setHost } from './registry/setHost.ts'
export { type SignedReport, signReport } from './registry/signReport.ts'
export { submitReport } from './registry/submitReport.ts'
export { undeployApp } from './registry/undeployApp.ts'
export { advanceRevenue } from './revenue/advanceRevenue.ts'
export { claimableRevenue } from './revenue/claimableRevenue.ts'
export { claimRevenue } from './revenue/claimRevenue.ts'
export { paySeries } from './revenue/paySeries.ts'
export { payUnit } from './revenue/payUnit.ts'
export type { RiskLevel, RiskMetric } from './risk/metrics.ts'
export { riskReport } from './risk/riskReport.ts'
export { type RoleHolder, rolesReport } from './roles/rolesReport.ts'
export { addSignatures } from './staking/addSignatures.ts'
export type {
  Equivocation,
  PlacedSignature,
  Statement,
  Topic,
} from './staking/attestation.ts'
export { claimReward } from './staking/claimReward.ts'
export { claimRewardFor } from './staking/claimRewardFor.ts'
export { claimRewards } from './staking/claimRewards.ts'
export { completeRedelegation } from './staking/completeRedelegation.ts'
export { dripRewards } from './staking/dripRewards.ts'
export { findEquivocations } from './staking/findEquivocations.ts'
export { getDowntime } from './staking/getDowntime.ts'
export { getPosition } from './staking/getPosition.ts'
export { getPositions } from './staking/getPositions.ts'
export { getRound } from './staking/getRound.ts'
export { getSnapshot } from './staking/getSnapshot.ts'
export { getValidator } from './staking/getValidator.ts'
export { heartbeat } from './staking/heartbeat.ts'
export { jailDowntime } from './staking/jailDowntime.ts'
export { joinValidatorSet } from './staking/joinValidatorSet.ts'
export { listValidators } from './staking/listValidators.ts'
export { redelegate } from './staking/redelegate.ts'
export { registerValidator } from './staking/registerValidator.ts'
export { reportEquivocation } from './staking/reportEquivocation.ts'
export { setRewardRecipient } from './staking/setRewardRecipient.ts'
export { signAttestation } from './staking/signAttestation.ts'
export {
  type ProofOfPossession,
  signProofOfPossession,
} from './staking/signProofOfPossession.ts'
export { snapshotSet } from './staking/snapshotSet.ts'
export { stake } from './staking/stake.ts'
export { submitRound } from './staking/submitRound.ts'
export { unbond } from './staking/unbond.ts'
export type { Validator, ValidatorStatus } from './staking/validator.ts'
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
export { redeemVoucher } from './vouchers/redeemVoucher.ts'
export { redeemVouchers } from './vouchers/redeemVouchers.ts'
export { renounceBudget } from './vouchers/renounceBudget.ts'
export { revokeCode } from './vouchers/revokeCode.ts'
export { setVoucherBudget } from './vouchers/setVoucherBudget.ts'
export { signVoucher } from './vouchers/signVoucher.ts'
export type { SignedVoucher, Voucher } from './vouchers/voucher.ts'
export { voucherBudget } from './vouchers/voucherBudget.ts'
export { activateBySig } from './xnode/activateBySig.ts'
export { activateXnode } from './xnode/activateXnode.ts'
export { buyXnode } from './xnode/buyXnode.ts'
export { getCredit } from './xnode/getCredit.ts'
export { getSeries } from './xnode/getSeries.ts'
export { getUnit, type UnitState } from './xnode/getUnit.ts'
export { listSeries } from './xnode/listSeries.ts'
export { quoteRenewal } from './xnode/quoteRenewal.ts'
export { quoteXnode } from './xnode/quoteXnode.ts'
export { renewXnode } from './xnode/renewXnode.ts'
export type { SaleStatus, Series } from './xnode/series.ts'
export { setUser } from './xnode/setUser.ts'
export {
  type ActivationPermission,
  signActivation,
} from './xnode/signActivation.ts'
export { tokenMetadata } from './xnode/tokenMetadata.ts'
export { tokensOf } from './xnode/tokensOf.ts'
export { withdrawCredit } from './xnode/withdrawCredit.ts'
