import { afterEach, beforeEach } from 'node:test'
import { expect } from 'chai'
import { type Abi, type Address, erc20Abi, parseEther } from 'viem'
import { type CcipFailure, failureOf } from '../../devnet/ccip/failures.ts'
import type { Lane } from '../../devnet/ccip/lane.ts'
import {
  type SendParameters,
  type Sent,
  sendMessage,
} from '../../devnet/ccip/send.ts'
import { type Devnet, startDevnet } from '../../devnet/index.ts'
import { type BridgedToken, tokenAt } from '../../devnet/measure-delivery.ts'
import type { Delivery } from '../../devnet/relayer/execute.ts'
import {
  type Message,
  readSentMessages,
} from '../../devnet/relayer/messages.ts'
import { lockLedgerAbi, openLockPoolAbi } from '../../typechain-types/index.ts'
import { approveRouter, bridgeOpen } from './bridge.ts'
import { expectDefined } from './expect.ts'

export const amount = parseEther('100')
export const receiver: Address = '0x00000000000000000000000000000000000A11cE'

type ChainName = 'home' | 'spoke'

/** A devnet with OPEN on both chains, anew for each test of a suite. */
export class BridgeStory {
  #devnet: Devnet | undefined
  #bridged: BridgedToken | undefined

  get devnet(): Devnet {
    expectDefined(this.#devnet)
    return this.#devnet
  }

  get bridged(): BridgedToken {
    expectDefined(this.#bridged)
    return this.#bridged
  }

  async begin(): Promise<void> {
    this.#devnet = await startDevnet()
    this.#bridged = await bridgeOpen(this.#devnet)
    for (const chain of this.#devnet.chains) {
      await approveRouter(chain, chain.wallet(0), this.#bridged)
    }
  }

  async end(): Promise<void> {
    await this.#devnet?.stop()
    this.#devnet = undefined
    this.#bridged = undefined
  }

  /** Sends OPEN of account 0. */
  async sendOpen(
    lane: Lane,
    to: Address,
    value = amount,
    more: Partial<SendParameters> = {},
  ): Promise<Sent> {
    return sendMessage(lane, lane.source.wallet(0), {
      receiver: to,
      token: {
        address: tokenAt(this.bridged, lane.source).token,
        amount: value,
      },
      ...more,
    })
  }

  async balanceOf(chain: ChainName, account: Address): Promise<bigint> {
    return this.devnet[chain].client.readContract({
      address: this.bridged[chain].token,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [account],
    })
  }

  /** Everything that a transfer may change but balances of people. */
  async totals() {
    return {
      homeSupply: await this.#supply('home'),
      spokeSupply: await this.#supply('spoke'),
      inPool: await this.balanceOf('home', this.bridged.home.pool),
      locked: await this.#lockTotal('lockedIn'),
      released: await this.#lockTotal('releasedOf'),
    }
  }

  async #supply(chain: ChainName): Promise<bigint> {
    return this.devnet[chain].client.readContract({
      address: this.bridged[chain].token,
      abi: erc20Abi,
      functionName: 'totalSupply',
    })
  }

  async #lockTotal(functionName: 'lockedIn' | 'releasedOf'): Promise<bigint> {
    const { client } = this.devnet.home
    return client.readContract({
      address: await client.readContract({
        address: this.bridged.home.pool,
        abi: openLockPoolAbi,
        functionName: 'ledger',
      }),
      abi: lockLedgerAbi,
      functionName,
      args: [this.devnet.spoke.selector],
    })
  }
}

/** Call inside `describe`. */
export function bridgeStory(): BridgeStory {
  const story = new BridgeStory()
  beforeEach(() => story.begin())
  afterEach(() => story.end())
  return story
}

/** The decoded refusal of something that must be refused. */
export async function refusal(
  work: Promise<unknown>,
  more?: Abi,
): Promise<CcipFailure> {
  const error = await work.then(
    () => expect.fail('Nothing was refused'),
    (thrown: unknown) => thrown,
  )
  const failure = await failureOf(error, more)
  if (failure === undefined) throw error
  return failure
}

/** The last error in the chain of wrappers. */
export function innermost(failure: CcipFailure | undefined): CcipFailure {
  expectDefined(failure)
  return failure.inner === undefined ? failure : innermost(failure.inner)
}

export function numbersOf(deliveries: readonly Delivery[]): bigint[] {
  return deliveries.map(({ sequenceNumber }) => sequenceNumber)
}

export async function sentMessages(lane: Lane): Promise<Message[]> {
  const sent = await readSentMessages(lane)
  return sent.map(({ message }) => message)
}
