import type { Account, Chain, Client, Transport } from 'viem'
import * as actions from './actions/index.ts'
import { type ActionName, checkParameters } from './parameters.ts'
import type { Contracts, HomeContracts } from './types.ts'

const readsAnywhere = {
  getBalance: actions.getBalance,
  getMessageState: actions.getMessageState,
  getVotes: actions.getVotes,
  quoteBridge: actions.quoteBridge,
}

const writesAnywhere = {
  approve: actions.approve,
  bridgeOpen: actions.bridgeOpen,
  delegateVotes: actions.delegateVotes,
}

const readsAtHome = {
  claimableRevenue: actions.claimableRevenue,
  findEquivocations: actions.findEquivocations,
  findVestings: actions.findVestings,
  getApp: actions.getApp,
  getCampaign: actions.getCampaign,
  getClaim: actions.getClaim,
  getCredit: actions.getCredit,
  getDelegate: actions.getDelegate,
  getDeployment: actions.getDeployment,
  getDowntime: actions.getDowntime,
  getPosition: actions.getPosition,
  getPositions: actions.getPositions,
  getPower: actions.getPower,
  getProposal: actions.getProposal,
  getProposalDetails: actions.getProposalDetails,
  getRound: actions.getRound,
  getSeries: actions.getSeries,
  getSnapshot: actions.getSnapshot,
  getTimeline: actions.getTimeline,
  getUnit: actions.getUnit,
  getValidator: actions.getValidator,
  getVestings: actions.getVestings,
  getVoteReceipt: actions.getVoteReceipt,
  listApps: actions.listApps,
  listDelegations: actions.listDelegations,
  listHosts: actions.listHosts,
  listProposals: actions.listProposals,
  listSeries: actions.listSeries,
  listValidators: actions.listValidators,
  listVotes: actions.listVotes,
  quoteRedemption: actions.quoteRedemption,
  quoteRenewal: actions.quoteRenewal,
  quoteXnode: actions.quoteXnode,
  signActivation: actions.signActivation,
  signAttestation: actions.signAttestation,
  signChange: actions.signChange,
  signClaim: actions.signClaim,
  signDelegation: actions.signDelegation,
  signProofOfPossession: actions.signProofOfPossession,
  signProposal: actions.signProposal,
  signReport: actions.signReport,
  signVote: actions.signVote,
  signVoucher: actions.signVoucher,
  simulateProposal: actions.simulateProposal,
  timeline: actions.getTimeline,
  tokenMetadata: actions.tokenMetadata,
  tokensOf: actions.tokensOf,
  voucherBudget: actions.voucherBudget,
  watchProposal: actions.watchProposal,
  whyZero: actions.whyZero,
}

/** Governance by other names as well, in groups: `proposals.get` and so on. */
const readGroupsAtHome = {
  proposals: {
    createBySig: actions.signProposal,
    get: actions.getProposalDetails,
    list: actions.listProposals,
    simulate: actions.simulateProposal,
    watch: actions.watchProposal,
  },
  votes: {
    castBySig: actions.signVote,
    changeBySig: actions.signChange,
    list: actions.listVotes,
    receipt: actions.getVoteReceipt,
  },
  power: {
    at: actions.getVotes,
    breakdown: actions.getPower,
    whyZero: actions.whyZero,
  },
  delegation: {
    history: actions.listDelegations,
    of: actions.getDelegate,
    setBySig: actions.signDelegation,
  },
  roles: { report: actions.rolesReport },
  risk: { report: actions.riskReport },
}

const writeGroupsAtHome = {
  proposals: {
    cancel: actions.cancelProposal,
    create: actions.propose,
    execute: actions.executeProposal,
    object: actions.objectToProposal,
    queue: actions.queueProposal,
    submit: actions.submitProposal,
  },
  votes: {
    cast: actions.castVote,
    change: actions.changeVote,
    relay: actions.relayVotes,
    split: actions.splitVote,
  },
  power: {},
  delegation: { set: actions.delegateVotes },
  roles: {},
  risk: {},
}

type GroupName = keyof typeof readGroupsAtHome

const writesAtHome = {
  acceptVesting: actions.acceptVesting,
  activateBySig: actions.activateBySig,
  activateXnode: actions.activateXnode,
  addAppVersion: actions.addAppVersion,
  addSignatures: actions.addSignatures,
  advanceRevenue: actions.advanceRevenue,
  buyXnode: actions.buyXnode,
  cancelProposal: actions.cancelProposal,
  castVote: actions.castVote,
  changeVote: actions.changeVote,
  claim: actions.claim,
  claimFor: actions.claimFor,
  claimRevenue: actions.claimRevenue,
  claimReward: actions.claimReward,
  claimRewardFor: actions.claimRewardFor,
  claimRewards: actions.claimRewards,
  clawBack: actions.clawBack,
  completeRedelegation: actions.completeRedelegation,
  createVesting: actions.createVesting,
  delegateVesting: actions.delegateVesting,
  deployApp: actions.deployApp,
  dripRewards: actions.dripRewards,
  executeProposal: actions.executeProposal,
  heartbeat: actions.heartbeat,
  jailDowntime: actions.jailDowntime,
  joinValidatorSet: actions.joinValidatorSet,
  objectToProposal: actions.objectToProposal,
  offerVesting: actions.offerVesting,
  paySeries: actions.paySeries,
  payUnit: actions.payUnit,
  propose: actions.propose,
  proveUnit: actions.proveUnit,
  publishApp: actions.publishApp,
  queueProposal: actions.queueProposal,
  redeem: actions.redeem,
  redeemVoucher: actions.redeemVoucher,
  redeemVouchers: actions.redeemVouchers,
  redelegate: actions.redelegate,
  registerValidator: actions.registerValidator,
  relayVotes: actions.relayVotes,
  releaseVesting: actions.releaseVesting,
  releaseVestings: actions.releaseVestings,
  renewXnode: actions.renewXnode,
  renounceBudget: actions.renounceBudget,
  reportEquivocation: actions.reportEquivocation,
  revokeCode: actions.revokeCode,
  setHost: actions.setHost,
  setRewardRecipient: actions.setRewardRecipient,
  setUser: actions.setUser,
  setVoucherBudget: actions.setVoucherBudget,
  snapshotSet: actions.snapshotSet,
  splitVote: actions.splitVote,
  stake: actions.stake,
  submitProposal: actions.submitProposal,
  submitReport: actions.submitReport,
  submitRound: actions.submitRound,
  unbond: actions.unbond,
  undeployApp: actions.undeployApp,
  withdraw: actions.withdraw,
  withdrawCredit: actions.withdrawCredit,
}

// biome-ignore lint/suspicious/noExplicitAny: any action, whatever it takes
type Action = (client: any, parameters: any) => unknown

const nameOf = new Map<unknown, string>(
  Object.entries(actions).map(([name, action]) => [action, name]),
)

type Given = Readonly<Record<string, unknown>>

/** Refusals come where the answer comes: an action that promises rejects, a watcher throws. */
function checked(action: Action, run: (parameters: Given) => unknown) {
  const name = nameOf.get(action) as ActionName
  const call = (parameters: Given = {}) => {
    checkParameters(name, parameters)
    return run(parameters)
  }
  return name.startsWith('watch')
    ? call
    : async (parameters?: Given) => call(parameters)
}

/** An action without the client and the contracts, which are bound. */
type Bound<action extends Action> = (
  ...args: Record<never, never> extends Own<action>
    ? [parameters?: Own<action>]
    : [parameters: Own<action>]
) => ReturnType<action>

type Own<action extends Action> = Omit<Parameters<action>[1], 'contracts'>

type BoundAll<actions extends Record<string, Action>> = {
  [name in keyof actions]: Bound<actions[name]>
}

type BoundGroups<groups extends Record<GroupName, Record<string, Action>>> = {
  [name in GroupName]: BoundAll<groups[name]>
}

/** What a client can do with contracts of a chain: a spoke has fewer, a client without account only reads. */
export type OpenmeshActions<contracts extends Contracts, client> = BoundAll<
  typeof readsAnywhere
> &
  (contracts extends HomeContracts
    ? BoundAll<typeof readsAtHome> & BoundGroups<typeof readGroupsAtHome>
    : unknown) &
  (client extends Client<Transport, Chain, Account>
    ? BoundAll<typeof writesAnywhere> &
        (contracts extends HomeContracts
          ? BoundAll<typeof writesAtHome> &
              BoundGroups<typeof writeGroupsAtHome>
          : unknown)
    : unknown)

/**
 * Gives a client all actions, with the contracts bound. They refuse parameters
 * that they do not know, by name.
 *
 * @param options Where the contracts lie on the client's chain.
 * @returns What `client.extend` takes.
 *
 * @example
 * const openmesh = client.extend(openmeshActions({ contracts }))
 * const { firstUnit } = await openmesh.buyXnode({ series: 1, maxPayment })
 */
export function openmeshActions<contracts extends Contracts>({
  contracts,
}: {
  contracts: contracts
}): <client extends Client>(
  client: client,
) => OpenmeshActions<contracts, client> {
  const isHome = 'openToken' in contracts
  const flat = {
    ...readsAnywhere,
    ...writesAnywhere,
    ...(isHome ? { ...readsAtHome, ...writesAtHome } : {}),
  }
  const groups = isHome ? Object.keys(readGroupsAtHome) : []
  return <client extends Client>(client: client) => {
    const bind = (some: Record<string, Action>) =>
      Object.fromEntries(
        Object.entries(some).map(([name, action]) => [
          name,
          checked(action, (parameters) =>
            action(client, { ...parameters, contracts }),
          ),
        ]),
      )
    const bound = groups.map((name) => [
      name,
      bind({
        ...readGroupsAtHome[name as GroupName],
        ...writeGroupsAtHome[name as GroupName],
      }),
    ])
    return {
      ...bind(flat),
      ...Object.fromEntries(bound),
    } as OpenmeshActions<contracts, client>
  }
}
