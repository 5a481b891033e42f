import {
  type Address,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  keccak256,
  parseAbi,
  parseEther,
  slice,
  toFunctionSelector,
  toHex,
} from 'viem'
import type { DevnetChainName } from '../config/devnet.ts'
import { tokenDeliveryGas } from './ccip/constants.ts'
import { curse, type Lane, uncurse } from './ccip/lane.ts'
import { sendMessage } from './ccip/send.ts'
import type { Devnet, DevnetChain } from './index.ts'

/** A token on one chain, with its pool. */
export interface TokenEnd {
  readonly token: Address
  readonly pool: Address
}

/** A token that is bridged between chains, with its pools. */
export interface BridgedToken
  extends Readonly<Partial<Record<DevnetChainName, TokenEnd>>> {
  readonly home: TokenEnd
  readonly spoke: TokenEnd
}

/**
 * @param bridged - A token.
 * @param chain - One of its chains.
 * @returns The token and its pool there.
 */
export function tokenAt(
  bridged: BridgedToken,
  { name }: Pick<DevnetChain, 'name'>,
): TokenEnd {
  const end = bridged[name]
  if (end !== undefined) return end
  throw new Error(`The token was not bridged to ${name}`)
}

/**
 * What stands behind the receiver: nobody, a delegate who had votes before, or
 * one whose first votes ever these are.
 */
export const delegations = ['undelegated', 'old', 'fresh'] as const
export type Delegation = (typeof delegations)[number]

export const balances = ['zero', 'nonZero'] as const
export type Balance = (typeof balances)[number]

/**
 * Whether the token exists on the chain yet: the first mint, and the first
 * after all of it went home, write the supply into an empty slot.
 */
export type Supply = 'zero' | 'nonZero'

export interface DeliveryRow {
  readonly delivery: 'spokeMint' | 'homeRelease'
  readonly supply: Supply
  readonly delegation: Delegation
  readonly balance: Balance
  /** Out of what CCIP grants: both balance checks and the pool's call. */
  readonly gas: number
}

export interface DeliveryMatrix {
  readonly rows: readonly DeliveryRow[]
  readonly max: number
}

/**
 * Enough for what is sent here, and too little for a daily budget to be full
 * again: counting how far it has filled takes more gas.
 */
const betweenDeliveries = 3_600n

/** CCIP's number of a chain that no lane leads to: Avalanche. */
const unrelatedChain = 6433500567565415381n

const amount = parseEther('1')
const delegateAbi = parseAbi(['function delegate(address delegatee)'])

/** Token gas of a delivery that CCIP's grant was not enough for. */
export const ampleTokenGas = 300_000

/**
 * Measures what a delivery takes out of the gas that CCIP grants the token,
 * through the real OffRamp, for every kind of receiver on both chains. Each
 * delivery is the only one of its transaction, so everything is cold, and a
 * chain that has nothing to do with it is cursed, so that CCIP's risk
 * management looks twice. One that takes more than the grant fails, is executed
 * by hand, and shows what it would have taken.
 *
 * @param devnet - A devnet whose relayer is not started.
 * @param token - The token and its pools, wired. Rows without supply are left
 * out when it has been bridged before.
 * @param funder - Index of an account that holds 100 of the token at home.
 * @returns One row per case, and the highest.
 */
export async function measureDelivery(
  devnet: Devnet,
  token: BridgedToken,
  funder: number,
): Promise<DeliveryMatrix> {
  const { out, back } = devnet.lanes
  const measurement = { devnet, token, funder }
  for (const chain of devnet.chains) await curse(chain, unrelatedChain)
  const rows = [
    ...(await measureLane({ ...measurement, lane: out })),
    ...(await measureLane({ ...measurement, lane: back })),
  ]
  for (const chain of devnet.chains) await uncurse(chain, unrelatedChain)
  return { rows, max: Math.max(...rows.map(({ gas }) => gas)) }
}

interface Measurement {
  readonly devnet: Devnet
  readonly token: BridgedToken
  readonly funder: number
  readonly lane: Lane
}

async function measureLane(measurement: Measurement): Promise<DeliveryRow[]> {
  const { devnet, token, lane, funder } = measurement
  const { destination } = lane
  const delivery = destination === devnet.spoke ? 'spokeMint' : 'homeRelease'
  if (delivery === 'homeRelease') {
    const stock = parseEther('50')
    const out = { ...measurement, lane: devnet.lanes.out }
    await deliver(out, devnet.spoke.wallet(funder).account.address, stock)
  }
  const rows: DeliveryRow[] = []
  let oldDelegate: Address | undefined
  async function measure(delegation: Delegation, balance: Balance) {
    const supply = await readSupply(destination, token)
    const receiver = await createReceiver(destination)
    if (delegation === 'old') {
      oldDelegate ??= await createOldDelegate(measurement)
      await delegate(destination, token, receiver, oldDelegate)
    }
    if (delegation === 'fresh') {
      const fresh = await createReceiver(destination)
      await delegate(destination, token, receiver, fresh)
    }
    if (balance === 'nonZero') await deliver(measurement, receiver)
    const hash = await deliver(measurement, receiver)
    const gas = await readDeliveryGas(destination, hash)
    rows.push({ delivery, supply, delegation, balance, gas })
  }
  // The dearest there is, and possible only once.
  if ((await readSupply(destination, token)) === 'zero') {
    await measure('fresh', 'zero')
  }
  for (const balance of balances) {
    for (const delegation of delegations) await measure(delegation, balance)
  }
  return rows
}

async function readSupply(
  chain: DevnetChain,
  token: BridgedToken,
): Promise<Supply> {
  const supply = await chain.client.readContract({
    address: tokenAt(token, chain).token,
    abi: erc20Abi,
    functionName: 'totalSupply',
  })
  return supply === 0n ? 'zero' : 'nonZero'
}

/** A delegate that had votes before. */
async function createOldDelegate(measurement: Measurement): Promise<Address> {
  const { destination } = measurement.lane
  const voter = await createReceiver(destination)
  const oldDelegate = await createReceiver(destination)
  await deliver(measurement, voter)
  await delegate(destination, measurement.token, voter, oldDelegate)
  return oldDelegate
}

async function deliver(
  { devnet, token, funder, lane }: Measurement,
  receiver: Address,
  value = amount,
): Promise<Hex> {
  await devnet.advance(betweenDeliveries)
  const { source } = lane
  const wallet = source.wallet(funder)
  const address = tokenAt(token, source).token
  const approval = await wallet.writeContract({
    address,
    abi: erc20Abi,
    functionName: 'approve',
    args: [source.addresses.router, value],
  })
  await source.client.waitForTransactionReceipt({ hash: approval })
  const { messageId } = await sendMessage(lane, wallet, {
    receiver,
    token: { address, amount: value },
  })
  const deliveries = await devnet.relayer.relay()
  const delivery = deliveries.find((found) => found.messageId === messageId)
  if (delivery?.state === 'success') return delivery.hash
  const retried = await devnet.relayer.manualExecute(
    messageId,
    lane.destination.wallet(funder),
    { token: ampleTokenGas },
  )
  if (retried.state === 'success') return retried.hash
  throw new Error(
    `The delivery to ${receiver} on ${lane.destination.name} fails for another reason than gas: ${JSON.stringify(retried.failure?.inner ?? retried.failure)}`,
  )
}

let receivers = 0

/** An account that nothing ever happened to, with ether to delegate. */
async function createReceiver(chain: DevnetChain): Promise<Address> {
  const seed = keccak256(toHex(`openmesh.devnet.receiver.${receivers++}`))
  const address = slice(seed, 12)
  await chain.rpc('hardhat_impersonateAccount', [address])
  await chain.rpc('hardhat_setBalance', [address, toHex(parseEther('1'))])
  return address
}

async function delegate(
  chain: DevnetChain,
  token: BridgedToken,
  from: Address,
  delegatee: Address,
): Promise<void> {
  const data = encodeFunctionData({ abi: delegateAbi, args: [delegatee] })
  const to = tokenAt(token, chain).token
  await chain.rpc('eth_sendTransaction', [{ from, to, data }])
}

interface CallFrame {
  readonly from: Address
  readonly gas: Hex
  readonly gasUsed: Hex
  readonly input: Hex
  readonly calls?: readonly CallFrame[]
}

const balanceOf = toFunctionSelector('balanceOf(address)')

/**
 * Reads how much of CCIP's grant a delivery used. The OffRamp gives the first
 * balance check all of it and each following call what the one before left.
 *
 * @param chain - The destination.
 * @param hash - An execution of one message with one token.
 * @returns Gas.
 */
export async function readDeliveryGas(
  chain: DevnetChain,
  hash: Hex,
): Promise<number> {
  const trace = await chain.rpc('debug_traceTransaction', [
    hash,
    { tracer: 'callTracer' },
  ])
  const offRamp = chain.addresses.offRamp.toLowerCase()
  const checks = flatten(trace as CallFrame).filter(
    ({ from, input }) =>
      from.toLowerCase() === offRamp && input.startsWith(balanceOf),
  )
  const [before, after] = checks
  if (before === undefined || after === undefined || checks.length > 2) {
    throw new Error(`Transaction ${hash} is not one delivery of a token`)
  }
  const left = Number(after.gas) - Number(after.gasUsed)
  return Number(before.gas) - left
}

/** CCIP's grant for a token without own fees. */
export const deliveryGasLimit = tokenDeliveryGas

/**
 * What a delivery should use at most. The OffRamp also counts its own last call,
 * about 110 gas, which a trace does not show; the rest is for parts of CCIP
 * that Chainlink replaces without asking.
 */
export const deliveryGasGoal = deliveryGasLimit - 500

function flatten(frame: CallFrame): CallFrame[] {
  return [frame, ...(frame.calls ?? []).flatMap(flatten)]
}
