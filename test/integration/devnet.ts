import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import hre from 'hardhat'
import {
  type Abi,
  type Address,
  erc20Abi,
  type Hex,
  keccak256,
  maxUint256,
  parseAbi,
  parseEther,
  parseUnits,
  toHex,
} from 'viem'
import { formatAbiItem } from 'viem/utils'
import { deploymentOrder, devnetAddresses } from '../../devnet/addresses.ts'
import * as abis from '../../devnet/ccip/abis.ts'
import {
  type Release,
  releaseAbi,
  releaseArtifact,
} from '../../devnet/ccip/artifacts.ts'
import { oracles } from '../../devnet/ccip/constants.ts'
import { encodeAddress } from '../../devnet/ccip/encoding.ts'
import {
  type CcipFailure,
  decodeFailure,
  failureOf,
} from '../../devnet/ccip/failures.ts'
import { curse, type Lane, uncurse } from '../../devnet/ccip/lane.ts'
import { type SendParameters, sendMessage } from '../../devnet/ccip/send.ts'
import { type Devnet, startDevnet } from '../../devnet/index.ts'
import {
  type BridgedToken,
  deliveryGasLimit,
  measureDelivery,
} from '../../devnet/measure-delivery.ts'
import { commitMessages } from '../../devnet/relayer/commit.ts'
import { type Delivery, executeMessage } from '../../devnet/relayer/execute.ts'
import {
  hashMessage,
  type Message,
  readSentMessages,
} from '../../devnet/relayer/messages.ts'
import { createRelayer } from '../../devnet/relayer/relayer.ts'
import { feedAbi, feeds, mintTestToken } from '../../devnet/tokens.ts'
import {
  approveRouter,
  bridgeOpen,
  deployArtifact,
  limits,
  write,
} from '../helpers/bridge.ts'

const poolAbi = parseAbi([
  'function lockedIn(uint64 chain) view returns (uint256)',
  'function releasedFrom(uint64 chain) view returns (uint256)',
])
const bridgedAbi = parseAbi([
  'function setMinter(address minter, uint256 budget)',
  'function mint(address account, uint256 value)',
])

const amount = parseEther('100')
const receiver: Address = '0x00000000000000000000000000000000000a11ce'
const excluded: Address = `0x${keccak256(toHex('openmesh.votes.excluded')).slice(-40)}`

let devnet: Devnet
let bridged: BridgedToken

beforeEach(async () => {
  devnet = await startDevnet()
})

afterEach(async () => {
  await devnet.stop()
})

async function bridge(): Promise<void> {
  bridged = await bridgeOpen(devnet)
  await approveRouter(devnet.home, devnet.home.wallet(0), bridged)
  await approveRouter(devnet.spoke, devnet.spoke.wallet(0), bridged)
}

async function sendOpen(
  lane: Lane,
  to: Address,
  value = amount,
  more: Partial<SendParameters> = {},
) {
  return sendMessage(lane, lane.source.wallet(0), {
    receiver: to,
    token: { address: bridged[lane.source.name].token, amount: value },
    ...more,
  })
}

async function balanceOf(
  chain: 'home' | 'spoke',
  account: Address,
): Promise<bigint> {
  return devnet[chain].client.readContract({
    address: bridged[chain].token,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [account],
  })
}

async function totals() {
  const supply = (chain: 'home' | 'spoke') =>
    devnet[chain].client.readContract({
      address: bridged[chain].token,
      abi: erc20Abi,
      functionName: 'totalSupply',
    })
  const pool = (functionName: 'lockedIn' | 'releasedFrom') =>
    devnet.home.client.readContract({
      address: bridged.home.pool,
      abi: poolAbi,
      functionName,
      args: [devnet.spoke.selector],
    })
  return {
    homeSupply: await supply('home'),
    spokeSupply: await supply('spoke'),
    inPool: await balanceOf('home', bridged.home.pool),
    locked: await pool('lockedIn'),
    released: await pool('releasedFrom'),
  }
}

/** The decoded refusal of something that must be refused. */
async function refusal(work: Promise<unknown>, more?: Abi) {
  const error = await work.then(
    () => assert.fail('Nothing was refused'),
    (thrown: unknown) => thrown,
  )
  const failure = await failureOf(error, more)
  if (failure === undefined) throw error
  return failure
}

/** The last error in the chain of wrappers. */
function innermost(failure: CcipFailure | undefined): CcipFailure {
  if (failure === undefined) assert.fail('Nothing failed')
  return failure.inner === undefined ? failure : innermost(failure.inner)
}

function numbersOf(deliveries: readonly Delivery[]): bigint[] {
  return deliveries.map(({ sequenceNumber }) => sequenceNumber)
}

async function sentMessages(lane: Lane): Promise<Message[]> {
  const sent = await readSentMessages(lane)
  return sent.map(({ message }) => message)
}

async function openLockPoolErrors(): Promise<Abi> {
  const { abi } = await hre.artifacts.readArtifact('OpenLockPool')
  return (abi as Abi).filter(({ type }) => type === 'error')
}

describe('devnet', () => {
  describe('start', () => {
    it('default: everything lies at the published addresses', async () => {
      for (const chain of devnet.chains) {
        expect(chain.addresses).to.equal(devnetAddresses[chain.name])
        for (const name of deploymentOrder) {
          const address = chain.addresses[name]
          const code = await chain.client.getCode({ address })
          expect(code, `${chain.name} ${name}`).to.be.a('string')
        }
      }
    })

    it('behavior: no address means the same on both chains', () => {
      const home = new Set(Object.values(devnetAddresses.home))
      for (const address of Object.values(devnetAddresses.spoke)) {
        expect(home.has(address)).to.equal(false)
      }
    })

    it('behavior: a mnemonic and a genesis time can be chosen', async () => {
      const other = await startDevnet({
        mnemonic:
          'legal winner thank year wave sausage worth useful legal winner thank yellow',
        genesis: new Date('2027-01-01T00:00:00Z'),
      })
      const wallet = other.home.wallet(0)
      const { address } = wallet.account
      expect(await other.home.client.getBalance({ address })).to.equal(
        parseEther('10000'),
      )
      const { timestamp } = await other.home.client.getBlock()
      expect(Number(timestamp)).to.be.closeTo(1_798_761_600, 120)
      await other.stop()
    })

    it('behavior: serves JSON-RPC on fixed ports', async () => {
      const ports = { home: 18545, spoke: 18546 }
      const served = await startDevnet({ ports })
      const response = await fetch('http://127.0.0.1:18546', {
        method: 'POST',
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'eth_chainId',
          params: [],
        }),
      })
      expect(await response.json()).to.deep.include({ result: '0x539' })
      expect(served.home.rpcUrl).to.equal('http://127.0.0.1:18545')
      await served.stop()
      const again = await startDevnet({ ports })
      await again.stop()
    })

    it('error: a port is taken', async () => {
      const served = await startDevnet({ ports: { home: 18547, spoke: 18548 } })
      const error = await startDevnet({
        ports: { home: 18549, spoke: 18548 },
      }).catch((thrown: unknown) => thrown)
      expect(String(error)).to.equal(
        'DevnetPortTakenError: Port 18548 of 127.0.0.1, for the spoke chain, cannot be used. Stop what listens there, or pick another with --spoke-port.',
      )
      await served.stop()
    })
  })

  describe('advance', () => {
    it('default: moves all chains to one instant with fresh prices', async () => {
      const before = await devnet.home.client.getBlock()
      const now = await devnet.advance(864_000n)
      expect(Number(now - before.timestamp)).to.be.closeTo(864_000, 120)
      for (const chain of devnet.chains) {
        const gasPrice = await chain.client.readContract({
          address: chain.addresses.feeQuoter,
          abi: abis.feeQuoterAbi,
          functionName: 'getDestinationChainGasPrice',
          args: [
            chain === devnet.home
              ? devnet.spoke.selector
              : devnet.home.selector,
          ],
        })
        expect(gasPrice.timestamp).to.be.closeTo(Number(now), 30)
        for (const feed of feeds) {
          const [round, answer, , updatedAt] = await chain.client.readContract({
            address: chain.addresses[feed],
            abi: feedAbi,
            functionName: 'latestRoundData',
          })
          expect(round).to.equal((1n << 64n) + 2n)
          expect(answer > 0n).to.equal(true)
          expect(updatedAt).to.equal(now)
        }
      }
    })
  })

  describe('fidelity', () => {
    it('default: typed ABIs are those shipped beside the bytecode', async () => {
      const pairs: [Release, Abi][] = [
        ['router', abis.routerAbi],
        ['onRamp', abis.onRampAbi],
        ['offRamp', abis.offRampAbi],
        ['rmnRemote', abis.rmnAbi],
        ['feeQuoter', abis.feeQuoterAbi],
        ['tokenAdminRegistry', abis.tokenAdminRegistryAbi],
        ['registryModuleOwnerCustom', abis.registryModuleAbi],
        ['burnMintTokenPool', abis.tokenPoolAbi],
      ]
      for (const [release, typed] of pairs) {
        const shipped = (await releaseAbi(release)).map(signatureOf)
        for (const item of typed) {
          expect(shipped, release).to.include(signatureOf(item))
        }
      }
    })

    it('default: leaves are hashed as by MessageHasher', async () => {
      await bridge()
      await sendOpen(devnet.lanes.out, receiver, amount, {
        data: '0x1234',
        gasLimit: 200_000n,
      })
      const hasher = await releaseArtifact('messageHasher')
      const { spoke, home } = devnet
      const address = await deployArtifact(spoke, spoke.wallet(1), hasher, [])
      const [message] = await sentMessages(devnet.lanes.out)
      assert(message)
      const expected = await spoke.client.readContract({
        address,
        abi: hasher.abi,
        functionName: 'hash',
        args: [message, encodeAddress(home.addresses.onRamp)],
      })
      expect(hashMessage(message, home.addresses.onRamp)).to.equal(expected)
    })
  })
})

describe('bridge', () => {
  beforeEach(bridge)

  describe('transfer', () => {
    it('default: a round trip conserves all totals', async () => {
      const before = await totals()
      await sendOpen(devnet.lanes.out, devnet.spoke.wallet(0).account.address)
      const out = await devnet.relayer.relay()
      expect(out.map(({ state }) => state)).to.deep.equal(['success'])
      expect(await totals()).to.deep.equal({
        ...before,
        spokeSupply: amount,
        inPool: amount,
        locked: amount,
      })

      await sendOpen(devnet.lanes.back, receiver)
      const back = await devnet.relayer.relay()
      expect(back.map(({ state }) => state)).to.deep.equal(['success'])
      expect(await totals()).to.deep.equal({
        ...before,
        locked: amount,
        released: amount,
      })
      expect(await balanceOf('home', receiver)).to.equal(amount)
    })

    it('behavior: several messages share a root', async () => {
      for (const value of [1n, 2n, 3n]) {
        await sendOpen(devnet.lanes.out, receiver, value)
      }
      const deliveries = await devnet.relayer.relay()
      expect(deliveries.map(({ sequenceNumber }) => sequenceNumber))
        .to.deep //
        .equal([1n, 2n, 3n])
      expect(await balanceOf('spoke', receiver)).to.equal(6n)
    })

    it('behavior: arrives later than it was sent', async () => {
      await devnet.home.rpc('evm_increaseTime', [toHex(7_200)])
      await devnet.home.rpc('evm_mine')
      await sendOpen(devnet.lanes.out, receiver)
      const deliveries = await devnet.relayer.relay()
      const hash = deliveries.at(-1)?.hash
      assert(hash)
      const arrival = await devnet.spoke.client.getTransactionReceipt({ hash })
      const sent = await devnet.home.client.getBlock()
      const arrived = await devnet.spoke.client.getBlock({
        blockNumber: arrival.blockNumber,
      })
      expect(arrived.timestamp > sent.timestamp).to.equal(true)
    })

    it('behavior: the fee can be paid in LINK', async () => {
      const { home } = devnet
      const sender = home.wallet(0)
      const { link, router } = home.addresses
      await mintTestToken(home, 'link', sender.account.address, 10n ** 20n)
      const allow = [router, maxUint256]
      await write(home, sender, link, erc20Abi, 'approve', allow)
      const { fee } = await sendOpen(devnet.lanes.out, receiver, amount, {
        feeToken: link,
      })
      const left = await home.client.readContract({
        address: link,
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [sender.account.address],
      })
      expect(left).to.equal(10n ** 20n - fee)
    })
  })

  describe('commit', () => {
    it('error: too few signatures', async () => {
      await sendOpen(devnet.lanes.out, receiver)
      const messages = await sentMessages(devnet.lanes.out)
      const failure = await refusal(
        commitMessages(devnet.lanes.out, messages, { signatures: 1 }),
      )
      expect(failure.errorName).to.equal('WrongNumberOfSignatures')
    })

    it('error: a message is left out', async () => {
      await sendOpen(devnet.lanes.out, receiver)
      await sendOpen(devnet.lanes.out, receiver)
      const messages = await sentMessages(devnet.lanes.out)
      const failure = await refusal(
        commitMessages(devnet.lanes.out, messages.slice(1)),
      )
      expect(failure.errorName).to.equal('InvalidInterval')
      expect(failure.args?.[0]).to.equal(devnet.home.selector)
    })

    it('error: a root into home is not blessed', async () => {
      await sendOpen(devnet.lanes.out, devnet.spoke.wallet(0).account.address)
      await devnet.relayer.relay()
      await sendOpen(devnet.lanes.back, receiver)
      const messages = await sentMessages(devnet.lanes.back)
      const failure = await refusal(
        commitMessages(devnet.lanes.back, messages, { unblessed: true }),
      )
      expect(failure.errorName).to.equal('RootBlessingMismatch')
      expect(failure.args).to.deep.equal([
        devnet.spoke.selector,
        hashMessage(messages[0] as Message, devnet.spoke.addresses.onRamp),
        false,
      ])
    })
  })

  describe('execute', () => {
    it('error: the message was tampered with', async () => {
      await sendOpen(devnet.lanes.out, receiver)
      const [message] = await sentMessages(devnet.lanes.out)
      assert(message)
      const tree = await commitMessages(devnet.lanes.out, [message])
      const tampered = { ...message, receiver: oracles[0]?.address as Address }
      const failure = await refusal(
        executeMessage(devnet.lanes.out, { message: tampered, index: 0, tree }),
      )
      expect(failure.errorName).to.equal('RootNotCommitted')
      expect(failure.args).to.deep.equal([devnet.home.selector])
    })

    it('behavior: a replay is skipped', async () => {
      const { messageId } = await sendOpen(devnet.lanes.out, receiver)
      await devnet.relayer.relay()
      const found = await devnet.relayer.find(messageId)
      assert(found)
      const replay = await executeMessage(found.lane, found.committed)
      expect(replay.state).to.equal('skipped')
      expect(await balanceOf('spoke', receiver)).to.equal(amount)
    })

    it('behavior: out of gas inside is a failure that anyone can repeat', async () => {
      const { messageId } = await sendOpen(devnet.lanes.out, receiver)
      await devnet.relayer.relay({ stopAfter: 'commit' })
      const found = await devnet.relayer.find(messageId)
      assert(found)
      const starved = await executeMessage(
        found.lane,
        found.committed,
        190_000n,
      )
      expect(starved.state).to.equal('failure')
      expect(starved.failure?.errorName).to.equal('NotEnoughGasForCall')
      expect(await balanceOf('spoke', receiver)).to.equal(0n)
      expect(await devnet.relayer.relay()).to.deep.equal([])

      const stranger = devnet.spoke.wallet(5)
      const repeated = await devnet.relayer.manualExecute(messageId, stranger)
      expect(repeated.state).to.equal('success')
      expect(await balanceOf('spoke', receiver)).to.equal(amount)
    })

    it('error: by hand with less gas than the message says', async () => {
      const { messageId } = await sendOpen(devnet.lanes.out, receiver)
      await devnet.relayer.relay({ stopAfter: 'commit' })
      await devnet.advance(3601n)
      const failure = await refusal(
        devnet.relayer.manualExecute(messageId, devnet.spoke.wallet(5), {
          token: deliveryGasLimit - 1,
        }),
      )
      expect(failure.errorName).to.equal(
        'InvalidManualExecutionTokenGasOverride',
      )
      expect(failure.args?.slice(-2)).to.deep.equal([
        BigInt(deliveryGasLimit),
        BigInt(deliveryGasLimit - 1),
      ])
    })

    it('behavior: more than was locked never comes back', async () => {
      const { spoke } = devnet
      const admin = spoke.wallet(0)
      const thief = admin.account.address
      await sendOpen(devnet.lanes.out, receiver)
      await devnet.relayer.relay()
      // A vote gone wrong: an account that may mint without a lock.
      const right = [thief, parseEther('1000')]
      const { token } = bridged.spoke
      await write(spoke, admin, token, bridgedAbi, 'setMinter', right)
      await devnet.advance(86_400n)
      const mint = [thief, amount + 1n]
      await write(spoke, admin, token, bridgedAbi, 'mint', mint)
      const { messageId } = await sendOpen(
        devnet.lanes.back,
        thief,
        amount + 1n,
      )
      const [delivery] = await devnet.relayer.relay()
      expect(delivery?.messageId).to.equal(messageId)
      expect(delivery?.state).to.equal('failure')
      assert(delivery?.failure)
      const failure = await decodeFailure(
        delivery.failure.data,
        await openLockPoolErrors(),
      )
      expect(failure.errorName).to.equal('TokenHandlingError')
      expect(failure.args?.[0]).to.equal(bridged.home.pool)
      const refused = innermost(failure)
      expect(refused.errorName).to.equal('OpenLockPool_ReleaseExceedsLocked')
      expect(refused.args).to.deep.equal([spoke.selector, amount + 1n, amount])
      expect(await balanceOf('home', bridged.home.pool)).to.equal(amount)
    })
  })

  describe('rate limits', () => {
    it('error: more at once than a bucket holds', async () => {
      const { capacity } = limits.outbound
      const failure = await refusal(
        sendOpen(devnet.lanes.out, receiver, capacity + 1n),
      )
      expect(failure.errorName).to.equal('TokenMaxCapacityExceeded')
      expect(failure.args).to.deep.equal([
        capacity,
        capacity + 1n,
        bridged.home.token,
      ])
    })

    it('error: sooner than a bucket refills', async () => {
      const { capacity } = limits.outbound
      await sendOpen(devnet.lanes.out, receiver, capacity)
      const failure = await refusal(
        sendOpen(devnet.lanes.out, receiver, capacity),
      )
      expect(failure.errorName).to.equal('TokenRateLimitReached')
      const [wait, available, token] = failure.args ?? []
      expect(Number(wait)).to.be.closeTo(1000, 30)
      expect(Number(available)).to.be.lessThan(Number(parseEther('30')))
      expect(token).to.equal(bridged.home.token)
    })

    it('behavior: what the inbound limit refuses can be repeated later', async () => {
      const { spoke } = devnet
      const tight = {
        isEnabled: true,
        capacity: amount,
        rate: parseUnits('1', 18),
      }
      const limit = [devnet.home.selector, limits.outbound, tight]
      await write(
        spoke,
        spoke.wallet(0),
        bridged.spoke.pool,
        abis.tokenPoolAbi,
        'setChainRateLimiterConfig',
        limit,
      )
      await devnet.advance(3600n)
      await sendOpen(devnet.lanes.out, receiver)
      const { messageId } = await sendOpen(devnet.lanes.out, receiver)
      const [first, second] = await devnet.relayer.relay()
      expect(first?.state).to.equal('success')
      expect(second?.state).to.equal('failure')
      const failure = innermost(second?.failure)
      expect(failure.errorName).to.equal('TokenRateLimitReached')

      await devnet.advance(101n)
      const wallet = spoke.wallet(0)
      const later = await devnet.relayer.manualExecute(messageId, wallet)
      expect(later.state).to.equal('success')
      expect(await balanceOf('spoke', receiver)).to.equal(2n * amount)
    })
  })

  describe('curse', () => {
    it('error: nothing is sent towards a cursed chain', async () => {
      await curse(devnet.home, devnet.spoke.selector)
      const failure = await refusal(sendOpen(devnet.lanes.out, receiver))
      expect(failure.errorName).to.equal('CursedByRMN')
      expect(failure.args).to.deep.equal([devnet.spoke.selector])
    })

    it('behavior: what was sent before waits', async () => {
      await sendOpen(devnet.lanes.out, receiver)
      await curse(devnet.spoke, devnet.home.selector)
      expect(await devnet.relayer.relay()).to.deep.equal([])
      const failure = await refusal(
        commitMessages(devnet.lanes.out, await sentMessages(devnet.lanes.out)),
      )
      expect(failure.errorName).to.equal('CursedByRMN')

      await uncurse(devnet.spoke, devnet.home.selector)
      const deliveries = await devnet.relayer.relay()
      expect(deliveries.map(({ state }) => state)).to.deep.equal(['success'])
    })
  })

  describe('relayer', () => {
    it('behavior: another one takes over midway', async () => {
      await sendOpen(devnet.lanes.out, receiver)
      await sendOpen(devnet.lanes.out, receiver)
      await devnet.relayer.relay({ stopAfter: 'commit' })
      await sendOpen(devnet.lanes.out, receiver)

      const second = createRelayer(devnet.relayer.lanes)
      const deliveries = await second.relay()
      expect(deliveries.map(({ sequenceNumber }) => sequenceNumber))
        .to.deep //
        .equal([1n, 2n, 3n])
      const third = createRelayer(devnet.relayer.lanes)
      expect(await third.relay()).to.deep.equal([])
      expect(await devnet.relayer.relay()).to.deep.equal([])
      expect(await balanceOf('spoke', receiver)).to.equal(3n * amount)
    })

    it('behavior: relays by itself until it is stopped', async () => {
      const delivered = new Promise<Hex>((resolve, reject) => {
        devnet.relayer.start({
          intervalMs: 10,
          onError: reject,
          onDelivery: ({ messageId }) => resolve(messageId),
        })
      })
      const { messageId } = await sendOpen(devnet.lanes.out, receiver)
      expect(await delivered).to.equal(messageId)
      await devnet.relayer.stop()
    })
  })

  describe('delivery', () => {
    it('default: every receiver fits into the gas that CCIP grants', async () => {
      // Part of opening a lane: from then on the supply never is zero again,
      // since nobody can send what EXCLUDED holds.
      await sendOpen(devnet.lanes.out, excluded, 1n)
      const [first] = await devnet.relayer.relay()
      expect(first?.state).to.equal('success')

      const { rows, max } = await measureDelivery(devnet, bridged, 0)
      expect(rows.length).to.equal(12)
      for (const row of rows) {
        expect(row.gas, JSON.stringify(row)).to.be.at.most(deliveryGasLimit)
      }
      expect(max).to.be.at.most(deliveryGasLimit)
    })
  })
})

function signatureOf(item: Abi[number]): string {
  if (!('name' in item)) return item.type
  const outputs = 'outputs' in item ? typesOf(item.outputs) : ''
  return `${item.type} ${formatAbiItem(item as Parameters<typeof formatAbiItem>[0])} ${outputs}`
}

function typesOf(
  parameters: readonly { type: string; components?: unknown }[],
): string {
  const types = parameters.map(({ type, components }) =>
    Array.isArray(components) ? `${type}${typesOf(components)}` : type,
  )
  return `(${types.join()})`
}
