import type { Abi, Account, Address, Chain, Client, Hex, Transport } from 'viem'

/** A client that can read; what it may sign with does not matter. */
export type ReadClient = Client<
  Transport,
  Chain | undefined,
  Account | undefined
>

/** A client that can sign and send: what every writing action needs. */
export type WalletClient = Client<Transport, Chain, Account>

/** One call, ready to be sent, batched (EIP-5792) or put into a proposal. */
export interface Call {
  address: Address
  abi: Abi
  functionName: string
  args: readonly unknown[]
  /** Wei of native currency. */
  value?: bigint | undefined
  /** Same as `address`: what wallets and proposals call it. */
  to: Address
  /** The encoded function and arguments. */
  data: Hex
}

/** Where the protocol's contracts lie on its home chain. */
export interface HomeContracts {
  readonly openToken: Address
  readonly openTimelock: Address
  readonly openGovernor: Address
  readonly standardActions: Address
  readonly councilGuard: Address
  readonly voteRelay: Address
  readonly governanceLens: Address
  readonly validatorHouse: Address
  readonly stakingLens: Address
  readonly tokenAllocation: Address
  readonly priceOracle: Address
  readonly xnodeOne: Address
  readonly xnodeSale: Address
  readonly xnodeVouchers: Address
  readonly xnodeRegistry: Address
  readonly xnodeRevenue: Address
  readonly slashVault: Address
  readonly validatorStaking: Address
  readonly accountability: Address
  readonly rewardStream: Address
  readonly vestingFactory: Address
  readonly merkleClaims: Address
  readonly syntheticRedemption: Address
  /** sOPEN, which the redemption takes; deployed before the protocol. */
  readonly syntheticOpen: Address
  /** Chainlink's CCIP Router on this chain. */
  readonly ccipRouter: Address
}

/** Where the protocol's contracts lie on a spoke. */
export interface SpokeContracts {
  readonly bridgedOpenToken: Address
  readonly openTimelock: Address
  /** Chainlink's CCIP Router on this chain. */
  readonly ccipRouter: Address
}

/** The contracts of any chain: what actions take that work on all of them. */
export type Contracts = HomeContracts | SpokeContracts

/** What every action takes besides its own parameters. */
export interface ActionParameters<contracts extends Contracts = HomeContracts> {
  /** Where the contracts lie on the client's chain. */
  contracts: contracts
  /** Refuse unless the client is on the chain of this EVM chain id. */
  chainId?: number | undefined
}
