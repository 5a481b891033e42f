import { after, before } from 'node:test'
import { expect } from 'chai'
import { type Address, erc20Abi } from 'viem'
import { type AccountName, accounts } from '../../devnet/accounts.ts'
import type { DevnetChain } from '../../devnet/index.ts'
import { startWorld, type World } from '../../devnet/world.ts'
import {
  type HomeContracts,
  homeContracts,
  OpenmeshError,
  openmeshActions,
  type SpokeContracts,
  spokeContracts,
} from '../../sdk/src/index.ts'
import { expectDefined } from './expect.ts'

/** The deployed protocol, with clients that carry the SDK's actions. */
export class SdkWorld {
  #world: World | undefined

  get world(): World {
    expectDefined(this.#world)
    return this.#world
  }

  get home(): HomeContracts {
    const { router, syntheticOpen } = this.world.home.addresses
    return homeContracts(this.world.contracts.home, {
      ccipRouter: router,
      syntheticOpen,
    })
  }

  get spoke(): SpokeContracts {
    return spokeContracts(this.world.contracts.spoke, {
      ccipRouter: this.world.spoke.addresses.router,
    })
  }

  async begin(): Promise<void> {
    this.#world = await startWorld()
  }

  async end(): Promise<void> {
    await this.#world?.stop()
    this.#world = undefined
  }

  /** Somebody on the home chain. */
  as(name: AccountName) {
    return this.world.home
      .wallet(accounts[name])
      .extend(openmeshActions({ contracts: this.home }))
  }

  /** Somebody on the spoke. */
  asOnSpoke(name: AccountName) {
    return this.world.spoke
      .wallet(accounts[name])
      .extend(openmeshActions({ contracts: this.spoke }))
  }

  allowance(owner: Address, spender: Address, token = this.home.openToken) {
    return this.world.home.client.readContract({
      address: token,
      abi: erc20Abi,
      functionName: 'allowance',
      args: [owner, spender],
    })
  }

  /** Transactions an account has sent, by which a test sees that none was. */
  sent({ account }: { account: { address: Address } }) {
    return this.world.home.client.getTransactionCount({
      address: account.address,
    })
  }

  /** Now, in seconds. */
  async now(): Promise<bigint> {
    return (await this.world.home.client.getBlock()).timestamp
  }
}

/** Call at the top of a file: one world for all its tests. */
export function sdkWorld(): SdkWorld {
  const world = new SdkWorld()
  before(() => world.begin())
  after(() => world.end())
  return world
}

/** The refusal of something that must be refused. */
export async function refusal(work: Promise<unknown>): Promise<OpenmeshError> {
  const error = await work.then(
    () => expect.fail('Nothing was refused'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof OpenmeshError)) throw error
  expect(error.remedy, `${error.errorName} has no remedy`).to.not.equal('')
  return error
}

/** Lets time pass on one chain alone, so that its feeds grow old. */
export async function ageFeeds(chain: DevnetChain, seconds: number) {
  await chain.rpc('evm_increaseTime', [seconds])
  await chain.rpc('evm_mine')
}
