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
  getPosition: actions.getPosition,
  getProposal: actions.getProposal,
  getUnit: actions.getUnit,
  getValidator: actions.getValidator,
  quoteXnode: actions.quoteXnode,
  signAttestation: actions.signAttestation,
  signProofOfPossession: actions.signProofOfPossession,
}

const writesAtHome = {
  activateXnode: actions.activateXnode,
  buyXnode: actions.buyXnode,
  castVote: actions.castVote,
  claimReward: actions.claimReward,
  dripRewards: actions.dripRewards,
  executeProposal: actions.executeProposal,
  joinValidatorSet: actions.joinValidatorSet,
  propose: actions.propose,
  queueProposal: actions.queueProposal,
  registerValidator: actions.registerValidator,
  reportEquivocation: actions.reportEquivocation,
  stake: actions.stake,
  unbond: actions.unbond,
  withdraw: actions.withdraw,
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
