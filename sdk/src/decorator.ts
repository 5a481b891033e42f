import type { Account, Chain, Client, Transport } from 'viem'
import * as actions from './actions/index.ts'
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
  getDeployment: actions.getDeployment,
  getDowntime: actions.getDowntime,
  getPosition: actions.getPosition,
  getProposal: actions.getProposal,
  getRound: actions.getRound,
  getSeries: actions.getSeries,
  getSnapshot: actions.getSnapshot,
  getUnit: actions.getUnit,
  getValidator: actions.getValidator,
  getVestings: actions.getVestings,
  listApps: actions.listApps,
  listHosts: actions.listHosts,
  listSeries: actions.listSeries,
  quoteRedemption: actions.quoteRedemption,
  quoteRenewal: actions.quoteRenewal,
  quoteXnode: actions.quoteXnode,
  signActivation: actions.signActivation,
  signAttestation: actions.signAttestation,
  signClaim: actions.signClaim,
  signProofOfPossession: actions.signProofOfPossession,
  signReport: actions.signReport,
  signVoucher: actions.signVoucher,
  tokenMetadata: actions.tokenMetadata,
  tokensOf: actions.tokensOf,
  voucherBudget: actions.voucherBudget,
}

const writesAtHome = {
  acceptVesting: actions.acceptVesting,
  activateBySig: actions.activateBySig,
  activateXnode: actions.activateXnode,
  addAppVersion: actions.addAppVersion,
  addSignatures: actions.addSignatures,
  advanceRevenue: actions.advanceRevenue,
  buyXnode: actions.buyXnode,
  castVote: actions.castVote,
  claim: actions.claim,
  claimFor: actions.claimFor,
  claimRevenue: actions.claimRevenue,
  claimReward: actions.claimReward,
  clawBack: actions.clawBack,
  createVesting: actions.createVesting,
  delegateVesting: actions.delegateVesting,
  deployApp: actions.deployApp,
  dripRewards: actions.dripRewards,
  executeProposal: actions.executeProposal,
  heartbeat: actions.heartbeat,
  jailDowntime: actions.jailDowntime,
  joinValidatorSet: actions.joinValidatorSet,
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
  registerValidator: actions.registerValidator,
  releaseVesting: actions.releaseVesting,
  releaseVestings: actions.releaseVestings,
  renewXnode: actions.renewXnode,
  renounceBudget: actions.renounceBudget,
  reportEquivocation: actions.reportEquivocation,
  revokeCode: actions.revokeCode,
  setHost: actions.setHost,
  setUser: actions.setUser,
  snapshotSet: actions.snapshotSet,
  stake: actions.stake,
  submitReport: actions.submitReport,
  submitRound: actions.submitRound,
  unbond: actions.unbond,
  undeployApp: actions.undeployApp,
  withdraw: actions.withdraw,
  withdrawCredit: actions.withdrawCredit,
}

// biome-ignore lint/suspicious/noExplicitAny: any action, whatever it takes
type Action = (client: any, parameters: any) => Promise<unknown>

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

/** What a client can do with contracts of a chain: a spoke has fewer, a client without account only reads. */
export type OpenmeshActions<contracts extends Contracts, client> = BoundAll<
  typeof readsAnywhere
> &
  (contracts extends HomeContracts ? BoundAll<typeof readsAtHome> : unknown) &
  (client extends Client<Transport, Chain, Account>
    ? BoundAll<typeof writesAnywhere> &
        (contracts extends HomeContracts
          ? BoundAll<typeof writesAtHome>
          : unknown)
    : unknown)

/**
 * Gives a client all actions, with the contracts bound.
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
  const available: Record<string, Action> = {
    ...readsAnywhere,
    ...writesAnywhere,
    ...('openToken' in contracts ? { ...readsAtHome, ...writesAtHome } : {}),
  }
  return <client extends Client>(client: client) =>
    Object.fromEntries(
      Object.entries(available).map(([name, action]) => [
        name,
        (parameters: object = {}) =>
          action(client, { ...parameters, contracts }),
      ]),
    ) as OpenmeshActions<contracts, client>
}
