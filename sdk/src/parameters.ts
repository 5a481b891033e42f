import type * as actions from './actions/index.ts'
import { missingParameter, unknownParameter } from './errors/sdkErrors.ts'

type Actions = typeof actions

export type ActionName = keyof Actions

/** What `openmeshActions` binds, and what every action takes. */
type Common = 'chainId' | 'contracts'

/** Each parameter of an action but the common ones, and whether it can be left out. */
type Names<parameters> = {
  readonly [name in Exclude<
    keyof parameters,
    Common
  >]-?: undefined extends parameters[name] ? 'optional' : 'required'
}

/**
 * The parameters of every action, for those who call without types. The types
 * keep the list complete.
 */
const parameters: {
  readonly [name in ActionName]: Names<Parameters<Actions[name]>[1]>
} = {
  acceptVesting: { wallet: 'required' },
  activateBySig: { unit: 'required', permission: 'required' },
  activateXnode: { unit: 'required' },
  addAppVersion: { app: 'required', contentHash: 'required', uri: 'optional' },
  advanceRevenue: { series: 'required', maxDays: 'optional' },
  approve: { spender: 'required', amount: 'required', token: 'optional' },
  bridgeOpen: {
    destinationChainSelector: 'required',
    amount: 'required',
    maxFee: 'required',
    receiver: 'optional',
  },
  buyXnode: {
    series: 'required',
    maxPayment: 'required',
    quantity: 'optional',
    asset: 'optional',
    to: 'optional',
  },
  cancelProposal: {
    as: 'optional',
    actions: 'required',
    description: 'required',
  },
  castVote: { proposalId: 'required', support: 'required', reason: 'optional' },
  changeVote: {
    proposalId: 'required',
    support: 'required',
    reason: 'optional',
  },
  claim: { campaign: 'required', leaf: 'required', to: 'optional' },
  claimFor: { campaign: 'required', leaf: 'required', permission: 'required' },
  claimRevenue: { asset: 'required', units: 'optional', to: 'optional' },
  claimReward: { validator: 'required', to: 'optional' },
  claimRewardFor: { validator: 'required', account: 'required' },
  claimRewards: { validators: 'required', to: 'optional' },
  claimableRevenue: { owner: 'required', units: 'optional' },
  clawBack: { campaign: 'required' },
  completeRedelegation: {
    from: 'required',
    to: 'required',
    epoch: 'required',
    account: 'optional',
  },
  createVesting: {
    beneficiary: 'required',
    amount: 'required',
    schedule: 'required',
    row: 'optional',
    salt: 'optional',
  },
  delegateVesting: { wallet: 'required', delegatee: 'required' },
  delegateVotes: { delegatee: 'required' },
  deployApp: {
    unit: 'required',
    app: 'required',
    version: 'required',
    configHash: 'required',
  },
  dripRewards: {},
  executeProposal: { actions: 'required', description: 'required' },
  findVestings: { beneficiary: 'required', fromBlock: 'optional' },
  getApp: { app: 'required', version: 'optional' },
  getBalance: { account: 'required' },
  getCampaign: { campaign: 'required' },
  getClaim: { campaign: 'required', leaf: 'required' },
  getCredit: { account: 'required' },
  getDelegate: { account: 'required' },
  getDeployment: { unit: 'required' },
  getMessageState: {
    sourceChainSelector: 'required',
    messageId: 'required',
    sequenceNumber: 'required',
    fromBlock: 'optional',
  },
  getPosition: { validator: 'required', account: 'required' },
  getPositions: {
    account: 'required',
    validators: 'required',
    epochs: 'optional',
  },
  getPower: { account: 'required' },
  getProposal: { proposalId: 'required' },
  getProposalDetails: { proposalId: 'required', account: 'optional' },
  getSeries: { series: 'required' },
  getTimeline: {
    proposalId: 'required',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  getUnit: { unit: 'required' },
  getValidator: { validator: 'required' },
  getVestings: { wallets: 'required' },
  getVoteReceipt: { proposalId: 'required', account: 'required' },
  getVotes: { account: 'required', timepoint: 'optional' },
  joinValidatorSet: { validator: 'required' },
  listApps: {
    publisher: 'optional',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  listDelegations: {
    account: 'required',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  listProposals: {
    proposer: 'optional',
    account: 'optional',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  listSeries: {},
  listValidators: { inSet: 'optional', first: 'optional', count: 'optional' },
  listVotes: {
    proposalId: 'required',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  objectToProposal: { proposalId: 'required', validator: 'required' },
  offerVesting: { wallet: 'required', to: 'required' },
  paySeries: {
    series: 'required',
    amount: 'required',
    asset: 'optional',
    maxAdvanceDays: 'optional',
  },
  payUnit: { unit: 'required', amount: 'required', asset: 'optional' },
  propose: { actions: 'required', description: 'required' },
  publishApp: { name: 'required', contentHash: 'required', uri: 'optional' },
  queueProposal: { actions: 'required', description: 'required' },
  quoteBridge: {
    destinationChainSelector: 'required',
    amount: 'required',
    receiver: 'required',
  },
  quoteRedemption: { account: 'required' },
  quoteRenewal: { unit: 'required', asset: 'optional' },
  quoteXnode: { series: 'required', quantity: 'optional', asset: 'optional' },
  redeem: { amount: 'required', to: 'optional' },
  redeemVoucher: { signed: 'required' },
  redeemVouchers: { signed: 'required' },
  redelegate: { from: 'required', to: 'required', amount: 'required' },
  registerValidator: {
    unit: 'required',
    proof: 'required',
    selfStake: 'required',
    commissionBps: 'required',
  },
  relayVotes: { signed: 'required' },
  releaseVesting: { wallet: 'required', to: 'optional' },
  releaseVestings: { wallets: 'required' },
  renewXnode: { unit: 'required', maxPayment: 'required', asset: 'optional' },
  renounceBudget: { series: 'required' },
  reportEquivocation: {
    topic: 'required',
    first: 'required',
    second: 'required',
    signer: 'optional',
    reporter: 'optional',
  },
  revokeCode: { codeHash: 'required', signer: 'optional' },
  riskReport: {
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  rolesReport: {
    deployments: 'optional',
    keys: 'optional',
    deployer: 'optional',
    tokenAdminRegistry: 'optional',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  setHost: { unit: 'required', hostKey: 'optional', endpoint: 'optional' },
  setRewardRecipient: { recipient: 'optional' },
  setUser: { unit: 'required', tenant: 'optional', expires: 'optional' },
  setVoucherBudget: {
    signer: 'required',
    series: 'required',
    units: 'required',
    until: 'required',
  },
  signActivation: {
    unit: 'required',
    deadline: 'required',
    signer: 'optional',
  },
  signAttestation: { topic: 'required', root: 'required', signer: 'optional' },
  signChange: {
    deadline: 'required',
    proposalId: 'required',
    support: 'required',
    reason: 'optional',
    signer: 'optional',
    voter: 'optional',
  },
  signClaim: {
    campaign: 'required',
    leaf: 'required',
    to: 'required',
    deadline: 'required',
    signer: 'optional',
  },
  signDelegation: {
    delegatee: 'required',
    expiry: 'required',
    signer: 'optional',
    delegator: 'optional',
  },
  signProofOfPossession: {
    operator: 'required',
    deadline: 'required',
    signer: 'optional',
  },
  signProposal: {
    deadline: 'required',
    signer: 'optional',
    proposer: 'optional',
    actions: 'required',
    description: 'required',
  },
  signReport: {
    unit: 'required',
    generation: 'required',
    stateHash: 'required',
    reportedAt: 'optional',
    deadline: 'required',
    signer: 'optional',
  },
  signVote: {
    proposalId: 'required',
    support: 'required',
    reason: 'optional',
    signer: 'optional',
    voter: 'optional',
  },
  signVoucher: { voucher: 'required', signer: 'optional', issuer: 'optional' },
  simulateProposal: {
    actions: 'required',
    description: 'optional',
    targets: 'optional',
  },
  splitVote: {
    proposalId: 'required',
    reason: 'optional',
    against: 'optional',
    for: 'optional',
    abstain: 'optional',
  },
  stake: { validator: 'required', amount: 'required' },
  submitProposal: { signed: 'required' },
  submitReport: { report: 'required' },
  tokenMetadata: { unit: 'required' },
  tokensOf: {
    owner: 'required',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  unbond: { validator: 'required', amount: 'required', rewardsTo: 'optional' },
  undeployApp: { unit: 'required' },
  voucherBudget: { signer: 'required', series: 'required' },
  watchProposal: {
    proposalId: 'required',
    account: 'optional',
    onProposal: 'required',
    onError: 'required',
    pollingInterval: 'optional',
  },
  whyZero: { account: 'required', proposalId: 'optional' },
  withdraw: { validator: 'required', epoch: 'required', to: 'optional' },
  withdrawCredit: { to: 'optional' },
  listHosts: {
    known: 'optional',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  proveUnit: { round: 'required', finding: 'required', proof: 'required' },
  addSignatures: { round: 'required', signatures: 'required' },
  findEquivocations: {
    statements: 'required',
    fromBlock: 'optional',
    toBlock: 'optional',
    blockRange: 'optional',
  },
  getDowntime: { validators: 'required' },
  getRound: { round: 'required' },
  getSnapshot: { epoch: 'required' },
  heartbeat: { round: 'required', place: 'required', signature: 'optional' },
  jailDowntime: { validator: 'required' },
  snapshotSet: {},
  submitRound: { round: 'required', root: 'required', signatures: 'required' },
}

/**
 * A misspelt parameter would be ignored, and a default would take its place.
 *
 * @throws OpenmeshError `InvalidArguments` for a parameter that the action does
 * not know, or that is missing.
 */
export function checkParameters(
  action: ActionName,
  given: Readonly<Record<string, unknown>>,
): void {
  const known: Readonly<Record<string, string>> = parameters[action]
  for (const name of Object.keys(given))
    if (name !== 'chainId' && !Object.hasOwn(known, name))
      throw unknownParameter(action, name, Object.keys(known))
  for (const [name, kind] of Object.entries(known))
    if (kind === 'required' && given[name] === undefined)
      throw missingParameter(action, name)
}
