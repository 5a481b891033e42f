import {
  type Address,
  encodeFunctionData,
  erc721Abi,
  getAddress,
  type Hex,
  keccak256,
  parseAbi,
  parseEther,
  slice,
  stringToHex,
  zeroAddress,
} from 'viem'
import { allocationRow } from '../../../config/allocation.ts'
import { series as configured } from '../../../config/xnode.ts'
import {
  tokenAllocationAbi,
  xnodeOneAbi,
  xnodeRevenueAbi,
} from '../../../typechain-types/index.ts'
import { type Collection, unitsOf } from '../collections.ts'
import { changedWord, event, readWord, returnedEther } from '../floor.ts'
import {
  type Bench,
  openActor,
  openContract,
  type Sent,
  type Spent,
  sendEther,
  transact,
} from '../harness.ts'
import { deployBehindProxy } from '../proxy.ts'
import { type Growth, type Row, toRow } from '../row.ts'
import { measureEach, type Subjects } from '../tokens.ts'

const splitAbi = parseAbi([
  'function initialize(address defaultAdmin, string contractURI, address[] trustedForwarders, address[] payees, uint256[] shares)',
  'function release(address account)',
])

const payment = parseEther('1')
const day = 86_400n
/** Active units, where few share and where many do. */
const few = 10
const many = 100_000
/** In each the seller claims for its units and sells one of them. */
const roundNames = ['warm-up', 'few', 'many'] as const
/** What fits into a transaction. */
const mintsAtOnce = 100
const unitsPerMint = 20
const activationsAtOnce = 130

interface Account {
  readonly address: Address
}

/** Something that takes ether in and shares it. */
interface Pool {
  readonly pay: () => Promise<Sent>
  readonly claim: (owner: Account) => Promise<Sent>
}

interface OurPool extends Pool {
  readonly claimFor: (owner: Account, units: readonly bigint[]) => Promise<Sent>
}

/** What active units are paid, and that the number of those who share costs nothing. */
export async function measureRevenue(
  bench: Bench,
  collections: Subjects<Collection>,
): Promise<{ rows: Row[]; growth: Growth[] }> {
  const { home, say, at } = bench
  const xnodeOne = { address: at('XnodeOne'), abi: xnodeOneAbi }
  const [seller, holder] = [
    await openActor(home, 'revenue.seller'),
    await openActor(home, 'revenue.holder'),
  ]
  say('revenue: a series')
  const series = await createSeries(bench)
  const crowd = await openCrowd(bench, series)
  const claimed = await crowd.join(seller, 1)
  const forSale: bigint[] = []
  for (const _ of roundNames) forSale.push(await crowd.join(seller, 1))
  const held = await crowd.join(holder, 1)
  await crowd.join(crowd.account, few - [claimed, ...forSale, held].length)

  const ours = ourPool(bench, series, claimed)
  const pools: Subjects<Pool> = {
    ours,
    peers: { thirdweb: await deploySplit(bench, seller) },
  }
  const sell = (unit: bigint, address = xnodeOne.address) => {
    const path = [seller.address, holder.address, unit] as const
    const nft = { address, abi: erc721Abi }
    return transact(home, seller, nft, 'transferFrom', path)
  }
  /** The first payment of the day does what the later ones need not. */
  const round = async (unit: bigint) => {
    await toNextNoon(bench)
    await measureEach(pools, ({ pay }) => pay())
    await ours.claimFor(seller, [claimed, unit])
    const pay = await measureEach(pools, (pool) => pool.pay())
    const claim = await measureEach(pools, (pool) => pool.claim(seller))
    const transfer = await sell(unit)
    return { pay, claim, transfer }
  }

  const rounds = []
  for (const [index, unit] of forSale.entries()) {
    if (roundNames[index] === 'many') {
      say(`revenue: ${many.toLocaleString('en-US')} active units`)
      await crowd.join(crowd.account, many - few)
    }
    say(`revenue: ${roundNames[index]}`)
    rounds.push(await round(unit))
  }
  const [, small, large] = rounds
  if (!small || !large) throw new Error('rounds are missing')

  // Ours is never activated here: the rounds measured those that are.
  const { peers } = await measureEach(collections, async (collection) => {
    const { address, buy } = collection
    await buy(holder, 1n)
    await buy(seller, 1n)
    const unit = (await unitsOf(bench, address, seller.address)).at(-1)
    if (unit === undefined) throw new Error('the seller bought nothing')
    return sell(unit, address)
  })

  const rows = [
    toRow({
      operation: 'xnode.pay',
      state: `ether for ${few} active units of a series to share, not the first of its day. Ours buys shares that follow the units: every payment leaves a word, which says what a unit was due until then, so that units can be activated, sold, renewed and expire between payments; the peer has ${few} payees for ever and only counts its balance`,
      ...small.pay,
      least: [changedWord('sum for each unit, packed with their number')],
    }),
    toRow({
      operation: 'xnode.claimRevenue',
      state:
        "ether, by the owner of one unit, who has claimed before. Ours asks whose the unit is and until when it shares, and settles the unit's stream of OPEN on the way, which is half of the difference; the peer knows neither units nor a stream",
      ...small.claim,
      least: [
        readWord('sum for each unit'),
        changedWord('what was paid out'),
        returnedEther('payment'),
      ],
    }),
    toRow({
      operation: 'xnode.transferActivated',
      state:
        "a unit minted alone, to somebody who holds one. Ours is active and was paid since the seller's last claim: it buys that this and the OPEN streamed until now stay the seller's, which writes two credits and the unit's share; nothing is ever paid to a unit of the peers",
      ours: small.transfer,
      peers,
      least: [
        changedWord('owner'),
        changedWord('balance', 2),
        event('Transfer', 4, 0),
      ],
    }),
  ]
  const grow = (operation: string, from: Spent, to: Spent): Growth => ({
    operation,
    figures: [
      { units: few, gas: from.gas },
      { units: many, gas: to.gas },
    ],
  })
  return {
    rows,
    growth: [
      grow('xnode.pay', small.pay.ours, large.pay.ours),
      grow('xnode.claimRevenue', small.claim.ours, large.claim.ours),
      grow('xnode.transferActivated', small.transfer, large.transfer),
    ],
  }
}

/** One with the stream of the first series and room for everybody. */
async function createSeries(bench: Bench): Promise<number> {
  const { home, at } = bench
  const timelock = await openContract(bench, 'OpenTimelock')
  const allocation = { address: at('TokenAllocation'), abi: tokenAllocationAbi }
  const xnodeOne = { address: at('XnodeOne'), abi: xnodeOneAbi }
  const [first] = configured
  // Own choice: any row that has as much.
  const { id: row } = allocationRow('marketing')
  await transact(home, timelock, allocation, 'fund', [
    row,
    at('XnodeRevenue'),
    BigInt(many) * first.grantPerUnit,
  ])
  await transact(home, timelock, xnodeOne, 'createSeries', [
    { ...first, cap: many },
  ])
  return home.client.readContract({ ...xnodeOne, functionName: 'seriesCount' })
}

/** Fills a series without a payment for each unit, many units at once. */
async function openCrowd(bench: Bench, series: number) {
  const { home, at } = bench
  const sale = await openContract(bench, 'XnodeSale')
  const account = await openActor(home, 'revenue.crowd')
  const xnodeOne = { address: at('XnodeOne'), abi: xnodeOneAbi }
  let minted = 0
  const batch = (from: Account, calls: readonly Hex[]) =>
    transact(home, from, xnodeOne, 'multicall', [calls])
  /** @returns The first of the units, all of which are activated. */
  const join = async (owner: Account, count: number): Promise<bigint> => {
    const first = unitAt(series, minted + 1)
    const mints: Hex[] = []
    for (let left = count; left > 0; left -= unitsPerMint)
      mints.push(
        encodeFunctionData({
          ...xnodeOne,
          functionName: 'mint',
          args: [series, owner.address, BigInt(Math.min(left, unitsPerMint))],
        }),
      )
    for (const calls of inParts(mints, mintsAtOnce)) await batch(sale, calls)
    const activations = Array.from({ length: count }, (_, index) =>
      encodeFunctionData({
        ...xnodeOne,
        functionName: 'activate',
        args: [first + BigInt(index)],
      }),
    )
    for (const calls of inParts(activations, activationsAtOnce))
      await batch(owner, calls)
    minted += count
    return first
  }
  return { account, join }
}

function ourPool(
  { home, faucet, at }: Bench,
  series: number,
  unit: bigint,
): OurPool {
  const revenue = { address: at('XnodeRevenue'), abi: xnodeRevenueAbi }
  const order = [series, zeroAddress, payment] as const
  const claimFor: OurPool['claimFor'] = (owner, units) => {
    const request = [units, zeroAddress, owner.address] as const
    return transact(home, owner, revenue, 'claim', request)
  }
  return {
    pay: () => transact(home, faucet, revenue, 'paySeries', order, payment),
    claim: (owner) => claimFor(owner, [unit]),
    claimFor,
  }
}

/** Equal shares for ever, of an account each. */
async function deploySplit(
  { home, faucet }: Bench,
  owner: Account,
): Promise<Pool> {
  const address = await deployBehindProxy(home, faucet, 'ThirdwebSplit')
  const split = { address, abi: splitAbi }
  const payees = Array.from({ length: few }, (_, index) =>
    index === 0
      ? owner.address
      : getAddress(slice(keccak256(stringToHex(`payee.${index}`)), 12)),
  )
  await transact(home, faucet, split, 'initialize', [
    faucet.address,
    '',
    [],
    payees,
    payees.map(() => 1n),
  ])
  return {
    pay: () => sendEther(home, faucet, address, payment),
    claim: ({ address: payee }) =>
      transact(home, { address: payee }, split, 'release', [payee]),
  }
}

/** Midnights, of which a payment counts those that passed, are far. */
async function toNextNoon({ home, world }: Bench): Promise<void> {
  const { timestamp } = await home.client.getBlock()
  await world.advance(day - (timestamp % day) + day / 2n)
}

function unitAt(series: number, place: number): bigint {
  return BigInt(series) * 1_000_000n + BigInt(place)
}

function inParts<item>(items: readonly item[], size: number): item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
