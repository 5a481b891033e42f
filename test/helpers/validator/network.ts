import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { erc20Abi, type Hex, keccak256, parseEther, toHex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { accounts } from '../../../devnet/accounts.ts'
import type { World } from '../../../devnet/world.ts'
import { openmeshActions } from '../../../sdk/src/index.ts'
import {
  type Aggregator,
  aggregatorAt,
} from '../../../validator/src/aggregator/client.ts'
import { Pool } from '../../../validator/src/aggregator/pool.ts'
import { serveAggregator } from '../../../validator/src/aggregator/server.ts'
import { Book, type ChainAccess } from '../../../validator/src/chain/book.ts'
import { ROUND } from '../../../validator/src/chain/time.ts'
import type { Log } from '../../../validator/src/daemon/duty.ts'
import { Turns } from '../../../validator/src/daemon/turns.ts'
import { Validator } from '../../../validator/src/daemon/validator.ts'
import { Witness } from '../../../validator/src/daemon/witness.ts'
import { defaultLimits } from '../../../validator/src/probe/probe.ts'
import { createJournal } from '../../../validator/src/protection/journal.ts'
import {
  openProtection,
  type Protection,
} from '../../../validator/src/protection/protection.ts'
import { expectDefined } from '../expect.ts'
import type { SdkWorld } from '../sdk.ts'
import { Hosts } from './hosts.ts'

const DAY = 86_400n
const HOUR = 3_600n
const price = parseEther('0.5')
/** Accounts of the mnemonic beyond those of the devnet's cast. */
const FIRST_OPERATOR = 100

/** Who runs a validator, with the process that would run on its machine. */
export interface Operator {
  readonly index: number
  readonly client: ReturnType<Network['as']>
  readonly key: PrivateKeyAccount
  readonly validator: bigint
  readonly unit: bigint
  readonly protectionFile: string
  readonly events: { event: string; fields: Record<string, unknown> }[]
  daemon: Validator
  protection: Protection
  isOnline: boolean
}

/** A machine of a unit, which answers probes while it is up. */
export interface Machine {
  readonly unit: bigint
  isUp: boolean
  stateHash: Hex
}

/** A devnet with validators whose daemons run in this process. */
export class Network {
  readonly sdk: SdkWorld
  readonly hosts = new Hosts()
  readonly operators: Operator[] = []
  readonly machines: Machine[] = []
  pool: Pool | undefined
  /** Wei of OPEN that each operator begins with. */
  readonly funds = parseEther('12000')
  /** What the aggregator takes for the time. */
  clock = 0
  #folder = ''
  #aggregator: { url: string; close: () => Promise<void> } | undefined

  constructor(sdk: SdkWorld) {
    this.sdk = sdk
  }

  get world(): World {
    return this.sdk.world
  }

  get chain(): ChainAccess {
    return { client: this.world.home.client, contracts: this.sdk.home }
  }

  get url(): string {
    expectDefined(this.#aggregator)
    return this.#aggregator.url
  }

  /** Somebody of the mnemonic, by place. */
  as(index: number) {
    return this.world.home
      .wallet(index)
      .extend(openmeshActions({ contracts: this.sdk.home }))
  }

  async begin(options: { validators: number; machines: number }) {
    this.#folder = await mkdtemp(join(tmpdir(), 'openmesh-validators-'))
    this.pool = new Pool(new Book(this.chain), {
      settleMs: 1_000,
      now: () => this.clock,
    })
    this.#aggregator = await serveAggregator(this.pool, {
      hostname: '127.0.0.1',
      port: 0,
    })
    for (let index = 0; index < options.validators; index++)
      this.operators.push(await this.#operator(index))
    for (const { client, unit } of this.operators.slice(0, options.machines))
      await this.#machine(client, unit)
  }

  async end(): Promise<void> {
    for (const { protection } of this.operators) await protection.close()
    await this.#aggregator?.close()
    await this.hosts.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** OPEN and ether for an account that has none. */
  async fund(index: number, open: bigint): Promise<void> {
    const { address } = this.as(index).account
    await this.world.home.rpc('hardhat_setBalance', [
      address,
      toHex(parseEther('100')),
    ])
    const rich = this.world.home.wallet(accounts['community-fund'])
    await rich.writeContract({
      address: this.sdk.home.openToken,
      abi: erc20Abi,
      functionName: 'transfer',
      args: [address, open],
      gas: 300_000n,
    })
  }

  async #operator(index: number): Promise<Operator> {
    const place = FIRST_OPERATOR + index
    await this.fund(place, this.funds)
    const client = this.as(place)
    const key = privateKeyToAccount(keccak256(toHex(`validator ${index}`)))
    const { firstUnit: unit } = await client.buyXnode({
      series: 1,
      maxPayment: price,
    })
    await client.activateXnode({ unit })
    const proof = await client.signProofOfPossession({
      signer: key,
      operator: client.account.address,
      deadline: (await this.sdk.now()) + DAY,
    })
    const { validator } = await client.registerValidator({
      unit,
      proof,
      selfStake: parseEther('10000'),
      commissionBps: 500,
    })
    const protectionFile = join(this.#folder, `${index}.signed`)
    await createJournal(protectionFile, this.scope(key), [])
    const protection = await openProtection(protectionFile, this.scope(key))
    const events: Operator['events'] = []
    const parts = {
      index,
      client,
      key,
      validator,
      unit,
      protectionFile,
      events,
    }
    const daemon = this.daemon({ ...parts, protection })
    return { ...parts, protection, daemon, isOnline: true }
  }

  scope(key: PrivateKeyAccount) {
    const { accountability } = this.sdk.home
    return { chainId: 31337, accountability, signer: key.address }
  }

  /** The daemon of an operator, as if started anew. */
  daemon(
    operator: Pick<
      Operator,
      'client' | 'key' | 'validator' | 'events' | 'protection'
    >,
    aggregators: readonly Aggregator[] = [aggregatorAt(this.url)],
  ): Validator {
    const log: Log = (event, fields = {}) =>
      operator.events.push({ event, fields })
    return new Validator({
      validator: operator.validator,
      book: new Book(this.chain),
      key: operator.key,
      protection: operator.protection,
      wallet: operator.client,
      aggregators,
      limits: {
        ...defaultLimits,
        timeoutMs: 2_000,
        addresses: 'any',
        attempts: 1,
      },
      confirmations: 0n,
      fromBlock: 0n,
      turns: new Turns(),
      witness: new Witness(),
      log,
    })
  }

  /** Kills the process of an operator and starts it again. */
  async restart(operator: Operator, aggregators?: readonly Aggregator[]) {
    await operator.protection.close()
    operator.protection = await openProtection(
      operator.protectionFile,
      this.scope(operator.key),
    )
    operator.daemon = this.daemon(operator, aggregators)
  }

  async #machine(client: Operator['client'], unit: bigint): Promise<void> {
    const key = privateKeyToAccount(keccak256(toHex(`machine ${unit}`)))
    const machine: Machine = {
      unit,
      isUp: true,
      stateHash: keccak256(toHex(`state of ${unit}`)),
    }
    this.machines.push(machine)
    let shown = { round: -1n, stateHash: machine.stateHash, text: '' }
    const report = async () => {
      const now = await this.sdk.now()
      const { stateHash } = machine
      if (shown.round === now / ROUND && shown.stateHash === stateHash)
        return shown.text
      const signed = await client.signReport({
        unit,
        generation: 0n,
        stateHash,
        deadline: now + DAY,
        signer: key,
      })
      const text = JSON.stringify(signed, (_, value) =>
        typeof value === 'bigint' ? String(value) : value,
      )
      shown = { round: now / ROUND, stateHash, text }
      return text
    }
    const endpoint = await this.hosts.serve((request, answer) => {
      if (!machine.isUp) request.socket.destroy()
      else void report().then((text) => answer.end(text))
    })
    await client.setHost({ unit, hostKey: key.address, endpoint })
  }

  async round(): Promise<bigint> {
    return (await this.sdk.now()) / ROUND
  }

  /** Moves the home chain to the first hour of a round. */
  async enter(round: bigint): Promise<void> {
    const { home } = this.world
    const at = round * ROUND + HOUR
    await home.rpc('evm_setNextBlockTimestamp', [toHex(at)])
    await home.rpc('evm_mine')
  }

  /** Everybody online ticks once, one after the other. */
  async pass(): Promise<void> {
    for (const operator of this.operators)
      if (operator.isOnline) await operator.daemon.tick()
    this.clock += 1_000
  }

  /** Ticks until a round is certified with everybody who is online in it. */
  async play(round: bigint, passes = 8): Promise<void> {
    await this.enter(round)
    for (let count = 0; count < passes; count++) {
      await this.pass()
      if (count > 1 && (await this.#isSettled(round))) return
    }
  }

  async #isSettled(round: bigint): Promise<boolean> {
    const { present, root } = await this.as(0).getRound({ round })
    const snapshot = await this.as(0).getSnapshot({ epoch: round / 7n })
    if (root === undefined || snapshot === undefined) return false
    return this.operators
      .filter(({ isOnline }) => isOnline)
      .every(({ validator }) => {
        const member = snapshot.members.find(
          (item) => item.validator === validator,
        )
        return (
          member === undefined ||
          ((present >> BigInt(member.place)) & 1n) === 1n
        )
      })
  }

  /** Who counts as present in a round. */
  async presentIn(round: bigint): Promise<bigint[]> {
    const { present } = await this.as(0).getRound({ round })
    const snapshot = await this.as(0).getSnapshot({ epoch: round / 7n })
    expectDefined(snapshot)
    return snapshot.members
      .filter(({ place }) => ((present >> BigInt(place)) & 1n) === 1n)
      .map(({ validator }) => validator)
  }

  /** What went wrong in any daemon. */
  failures(): Record<string, unknown>[] {
    return this.operators.flatMap(({ events, index }) =>
      events
        .filter(({ event }) => event === 'failed')
        .map(({ fields }) => ({ index, ...fields })),
    )
  }
}
