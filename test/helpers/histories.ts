import { expect } from 'chai'
import {
  type Address,
  erc20Abi,
  type Hex,
  maxUint256,
  parseEther,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { offRampAbi, onRampAbi } from '../../devnet/ccip/abis.ts'
import { failureOf } from '../../devnet/ccip/failures.ts'
import { curse, type Lane, uncurse } from '../../devnet/ccip/lane.ts'
import { sendMessage } from '../../devnet/ccip/send.ts'
import {
  type Devnet,
  type DevnetChain,
  startDevnet,
} from '../../devnet/index.ts'
import { type BridgedToken, tokenAt } from '../../devnet/measure-delivery.ts'
import { executionState } from '../../devnet/relayer/execute.ts'
import {
  type Faults,
  type MessageFaults,
  type Refusal,
  RelayerKilled,
} from '../../devnet/relayer/faults.ts'
import { createRelayer, type Relayer } from '../../devnet/relayer/relayer.ts'
import { refreshPrices } from '../../devnet/time.ts'
import { paused } from '../../rocketh/bridge.ts'
import { tokenPoolAbi } from '../../rocketh/ccip-abis.ts'
import { lockLedgerAbi, openLockPoolAbi } from '../../typechain-types/index.ts'
import { bridgeOpen, limits, write } from './bridge.ts'

/** Numbers that are the same on every run of a seed. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 to 1: mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<item>(items: readonly item[]): item {
    const found = items[this.below(items.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }

  shuffle<item>(items: readonly item[]): item[] {
    return items
      .map((item) => ({ item, place: this.next() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item)
  }
}

interface SentTransfer {
  readonly lane: Lane
  readonly messageId: Hex
  readonly sequenceNumber: bigint
  readonly amount: bigint
  readonly receiver: Address
}

const people = [0, 1, 2]
/** Nobody that an oracle network knows. */
const impostors = [1, 2].map((number) =>
  privateKeyToAccount(toHex(number, { size: 32 })),
)
/** CCIP lets anybody execute after an hour. */
const overdue = 3_601n
const staleAfter = 90_000
/** Too little for a delivery, enough for CCIP to notice. */
const lowGas = 190_000n

/** What a history has met; a run that met none of a kind tested nothing. */
export type Met = Record<
  | 'sent'
  | 'homeward'
  | 'refusedSend'
  | 'delivered'
  | 'failed'
  | 'skipped'
  | 'byHand'
  | 'killed'
  | 'refusedCommit'
  | 'refusedTampered'
  | 'cursed'
  | 'paused'
  | 'stale',
  number
>

/** Random transfers over every lane of a devnet, with random faults. */
export class Histories {
  readonly devnet: Devnet
  readonly bridged: BridgedToken
  readonly met: Met = {
    sent: 0,
    homeward: 0,
    refusedSend: 0,
    delivered: 0,
    failed: 0,
    skipped: 0,
    byHand: 0,
    killed: 0,
    refusedCommit: 0,
    refusedTampered: 0,
    cursed: 0,
    paused: 0,
    stale: 0,
  }

  private readonly started: bigint

  private constructor(devnet: Devnet, bridged: BridgedToken, supply: bigint) {
    this.devnet = devnet
    this.bridged = bridged
    this.started = supply
  }

  static async start(): Promise<Histories> {
    const devnet = await startDevnet({ spokes: ['spoke', 'spokeTwo'] })
    const bridged = await bridgeOpen(devnet)
    for (const chain of devnet.chains)
      for (const index of people)
        await write(
          chain,
          chain.wallet(index),
          tokenAt(bridged, chain).token,
          erc20Abi,
          'approve',
          [chain.addresses.router, maxUint256],
        )
    const { token } = bridged.home
    const supply = await devnet.home.client.readContract({
      address: token,
      abi: erc20Abi,
      functionName: 'totalSupply',
    })
    return new Histories(devnet, bridged, supply)
  }

  /** Plays one history from the start and takes it back. */
  async play(seed: number, sends: number): Promise<void> {
    const snapshots = await Promise.all(
      this.devnet.chains.map(({ rpc }) => rpc('evm_snapshot')),
    )
    try {
      await new History(this, new Random(seed)).play(sends)
    } finally {
      await Promise.all(
        this.devnet.chains.map(({ rpc }, index) =>
          rpc('evm_revert', [snapshots[index]]),
        ),
      )
    }
  }

  get supply(): bigint {
    return this.started
  }
}

class History {
  readonly #of: Histories
  readonly #random: Random
  readonly #sent: SentTransfer[] = []
  readonly #arrived = new Set<SentTransfer>()
  readonly #faults = new Map<Hex, MessageFaults>()
  readonly #cursed = new Set<Lane>()
  readonly #paused = new Set<Lane>()
  #relayer: Relayer
  #lives = Number.POSITIVE_INFINITY

  constructor(histories: Histories, random: Random) {
    this.#of = histories
    this.#random = random
    this.#relayer = this.#newRelayer()
  }

  async play(sends: number): Promise<void> {
    const random = this.#random
    while (this.#sent.length < sends) {
      const burst = 1 + random.below(Math.max(4, sends / 40))
      for (let count = 0; count < burst; count++)
        if (this.#sent.length < sends) await this.#send()
      if (random.chance(0.15)) await this.#curse()
      if (random.chance(0.15)) await this.#pause()
      if (random.chance(0.1)) await this.#stale()
      if (random.chance(0.3)) this.#lives = random.below(4)
      if (random.chance(0.7)) await this.#pass()
      if (random.chance(0.5)) await this.#heal()
      await this.#checkTotals()
    }
    await this.#settle()
  }

  async #send(): Promise<void> {
    const random = this.#random
    const lane = random.pick(this.#of.devnet.lanes.all)
    const { token } = tokenAt(this.#of.bridged, lane.source)
    const sender = lane.source.wallet(random.pick(people))
    const balance = await balanceOf(lane.source, token, sender.account.address)
    if (balance === 0n) return
    const share = BigInt(1 + random.below(1_000))
    const most = balance < parseEther('2') ? balance : parseEther('2')
    const amount = (most * share) / 1_000n
    if (amount === 0n) return
    const to = lane.destination.wallet(random.pick(people)).account.address
    try {
      const { messageId, sequenceNumber } = await sendMessage(lane, sender, {
        receiver: to,
        token: { address: token, amount },
      })
      this.#sent.push({ lane, messageId, sequenceNumber, amount, receiver: to })
      this.#faults.set(messageId, this.#randomFaults(lane))
      this.#of.met.sent++
      if (lane.destination === this.#of.devnet.home) this.#of.met.homeward++
    } catch (error) {
      const failure = await failureOf(error)
      if (failure === undefined) throw error
      expect(failure.errorName).to.be.oneOf([
        'CursedByRMN',
        'BadARMSignal',
        'TokenMaxCapacityExceeded',
        'StaleGasPrice',
      ])
      this.#of.met.refusedSend++
    }
  }

  #randomFaults({ destination }: Lane): MessageFaults {
    const random = this.#random
    if (random.chance(0.4)) return {}
    const faults: MessageFaults[] = [
      { commitDelay: 1 + random.below(2) },
      { delay: 1 + random.below(3) },
      { drop: true },
      { tampered: true },
      { gas: lowGas },
      { duplicate: true },
      { commits: [{ signatures: 1 }] },
      { commits: [{ signatures: 3 }] },
      { commits: [{ signers: impostors }] },
      ...(destination.blessed
        ? [{ commits: [{ unblessed: true as const }] }]
        : []),
    ]
    return { ...random.pick(faults), ...random.pick(faults) }
  }

  #newRelayer(): Relayer {
    const random = this.#random
    const { met } = this.#of
    const faults: Faults = {
      of: ({ header }) => this.#faults.get(header.messageId) ?? {},
      order: (waiting) => random.shuffle(waiting),
      onRefusal: ({ attempt }: Refusal) => {
        if (attempt === 'commit') met.refusedCommit++
        if (attempt === 'tampered') met.refusedTampered++
      },
      beforeTransaction: () => {
        if (this.#lives-- <= 0) throw new RelayerKilled('killed')
      },
    }
    return createRelayer(this.#of.devnet.lanes.all, undefined, faults)
  }

  /** One pass; a relayer that dies is followed by one that knows nothing. */
  async #pass(): Promise<void> {
    const { met } = this.#of
    try {
      for (const { state } of await this.#relayer.relay()) {
        if (state === 'success') met.delivered++
        if (state === 'failure') met.failed++
        if (state === 'skipped') met.skipped++
      }
    } catch (error) {
      if (!(error instanceof RelayerKilled)) throw error
      met.killed++
      this.#lives = Number.POSITIVE_INFINITY
      this.#relayer = this.#newRelayer()
    }
  }

  async #curse(): Promise<void> {
    const lane = this.#random.pick(this.#of.devnet.lanes.all)
    if (this.#cursed.has(lane)) return
    await curse(lane.destination, lane.source.selector)
    this.#cursed.add(lane)
    this.#of.met.cursed++
  }

  async #pause(): Promise<void> {
    const lane = this.#random.pick(this.#of.devnet.lanes.all)
    if (this.#paused.has(lane)) return
    await this.#limit(
      lane,
      this.#random.chance(0.5) ? paused : limits.outbound,
      paused,
    )
    this.#paused.add(lane)
    this.#of.met.paused++
  }

  /** Limits at the destination; its own way out is the other lane's. */
  #limit(
    { source, destination }: Lane,
    outbound: typeof paused,
    inbound: typeof paused,
  ): Promise<void> {
    const { pool } = tokenAt(this.#of.bridged, destination)
    return write(
      destination,
      destination.wallet(0),
      pool,
      tokenPoolAbi,
      'setChainRateLimiterConfig',
      [source.selector, outbound, inbound],
    )
  }

  /** One chain's clock runs away, so that CCIP's prices there grow old. */
  async #stale(): Promise<void> {
    const chain = this.#random.pick(this.#of.devnet.chains)
    await chain.rpc('evm_increaseTime', [toHex(staleAfter)])
    await chain.rpc('evm_mine')
    this.#of.met.stale++
  }

  async #heal(): Promise<void> {
    for (const lane of this.#cursed)
      await uncurse(lane.destination, lane.source.selector)
    this.#cursed.clear()
    for (const lane of this.#paused)
      await this.#limit(lane, limits.outbound, limits.inbound)
    this.#paused.clear()
    await refreshPrices(this.#of.devnet.chains)
  }

  /** In the end everything arrives, failed and dropped messages by hand. */
  async #settle(): Promise<void> {
    const { devnet, met } = this.#of
    await this.#heal()
    this.#lives = Number.POSITIVE_INFINITY
    while (!(await this.#allCommitted())) await this.#pass()
    // As many as the longest delay of an execution.
    for (let pass = 0; pass < 3; pass++) await this.#pass()
    // Then anybody may execute, and buckets that a pause emptied are full enough.
    await devnet.advance(overdue)
    for (const transfer of this.#sent) {
      const state = await this.#stateOf(transfer)
      if (state === executionState.success) continue
      const { destination } = transfer.lane
      const wallet = destination.wallet(5)
      const { messageId } = transfer
      const delivery = await this.#relayer.manualExecute(messageId, wallet)
      expect(delivery.state, JSON.stringify(delivery.failure)).to.equal(
        'success',
      )
      met.byHand++
      await this.#checkTotals()
    }
    await this.#checkOnce()
    await this.#checkTotals()
    expect(await this.#underWay()).to.deep.equal(new Map())
  }

  async #allCommitted(): Promise<boolean> {
    for (const { source, destination } of this.#of.devnet.lanes.all) {
      const [next, { minSeqNr }] = await Promise.all([
        source.client.readContract({
          address: source.addresses.onRamp,
          abi: onRampAbi,
          functionName: 'getExpectedNextSequenceNumber',
          args: [destination.selector],
        }),
        destination.client.readContract({
          address: destination.addresses.offRamp,
          abi: offRampAbi,
          functionName: 'getSourceChainConfig',
          args: [source.selector],
        }),
      ])
      if (minSeqNr < next) return false
    }
    return true
  }

  async #stateOf(transfer: SentTransfer): Promise<number> {
    const { lane, sequenceNumber } = transfer
    if (this.#arrived.has(transfer)) return executionState.success
    const { source, destination } = lane
    const state = await destination.client.readContract({
      address: destination.addresses.offRamp,
      abi: offRampAbi,
      functionName: 'getExecutionState',
      args: [source.selector, sequenceNumber],
    })
    // For good: CCIP skips it from now on.
    if (state === executionState.success) this.#arrived.add(transfer)
    return state
  }

  /** Wei under way between home and each spoke, either way. */
  async #underWay(): Promise<Map<DevnetChain, bigint>> {
    const { home } = this.#of.devnet
    const sums = new Map<DevnetChain, bigint>()
    for (const transfer of this.#sent) {
      if ((await this.#stateOf(transfer)) === executionState.success) continue
      const { source, destination } = transfer.lane
      const spoke = source === home ? destination : source
      sums.set(spoke, (sums.get(spoke) ?? 0n) + transfer.amount)
    }
    return sums
  }

  /** What is locked for a spoke is there, or under way. */
  async #checkTotals(): Promise<void> {
    const { devnet, bridged, supply } = this.#of
    const { home } = devnet
    const underWay = await this.#underWay()
    let held = 0n
    for (const spoke of devnet.chains) {
      if (spoke === home) continue
      const { token } = tokenAt(bridged, spoke)
      const [locked, released, there] = await Promise.all([
        lockTotal(home, bridged, 'lockedIn', spoke.selector),
        lockTotal(home, bridged, 'releasedOf', spoke.selector),
        supplyOf(spoke, token),
      ])
      expect(released <= locked, `released of ${spoke.name}`).to.equal(true)
      expect(there + (underWay.get(spoke) ?? 0n), spoke.name).to.equal(
        locked - released,
      )
      held += locked - released
    }
    expect(
      await balanceOf(home, bridged.home.token, bridged.home.pool),
    ).to.equal(held)
    expect(await supplyOf(home, bridged.home.token)).to.equal(supply)
  }

  /** Each message took effect exactly once: pools paid out what was sent. */
  async #checkOnce(): Promise<void> {
    const { devnet, bridged } = this.#of
    for (const chain of devnet.chains) {
      const arrived = this.#sent.filter(
        ({ lane }) => lane.destination === chain,
      )
      const paid = await chain.client.getContractEvents({
        address: tokenAt(bridged, chain).pool,
        abi: releasedAbi,
        eventName: 'ReleasedOrMinted',
        fromBlock: 0n,
        strict: true,
      })
      const text = (receiver: Address, amount: bigint) =>
        `${amount} to ${receiver.toLowerCase()}`
      expect(
        paid.map(({ args }) => text(args.recipient, args.amount)),
      ).to.have.members(
        arrived.map(({ receiver, amount }) => text(receiver, amount)),
      )
    }
  }
}

const releasedAbi = [
  {
    type: 'event',
    name: 'ReleasedOrMinted',
    inputs: [
      { name: 'remoteChainSelector', type: 'uint64', indexed: true },
      { name: 'token', type: 'address', indexed: false },
      { name: 'sender', type: 'address', indexed: false },
      { name: 'recipient', type: 'address', indexed: false },
      { name: 'amount', type: 'uint256', indexed: false },
    ],
  },
] as const

async function lockTotal(
  { client }: DevnetChain,
  bridged: BridgedToken,
  functionName: 'lockedIn' | 'releasedOf',
  selector: bigint,
): Promise<bigint> {
  const ledger = await client.readContract({
    address: bridged.home.pool,
    abi: openLockPoolAbi,
    functionName: 'ledger',
  })
  return client.readContract({
    address: ledger,
    abi: lockLedgerAbi,
    functionName,
    args: [selector],
  })
}

function supplyOf({ client }: DevnetChain, address: Address): Promise<bigint> {
  return client.readContract({
    address,
    abi: erc20Abi,
    functionName: 'totalSupply',
  })
}

function balanceOf(
  { client }: DevnetChain,
  address: Address,
  account: Address,
): Promise<bigint> {
  return client.readContract({
    address,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [account],
  })
}
