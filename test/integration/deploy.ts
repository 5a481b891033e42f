import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  type Address,
  getAbiItem,
  isAddressEqual,
  parseAbi,
  parseEther,
  zeroAddress,
  zeroHash,
} from 'viem'
import { ALLOCATION } from '../../config/allocation.ts'
import { laneLimits } from '../../config/bridge.ts'
import { devnetAddresses } from '../../config/devnet.ts'
import {
  GENESIS_FUNDING,
  GENESIS_GRANTS,
  GENESIS_VESTINGS,
} from '../../config/genesis.ts'
import {
  excluded,
  timelock as timelockConfig,
} from '../../config/governance.ts'
import { accounts, addressOf, recipients } from '../../devnet/accounts.ts'
import { mintTestToken } from '../../devnet/tokens.ts'
import {
  contractAt,
  contractsOn,
  startWorld,
  type World,
} from '../../devnet/world.ts'
import { auditWorld } from '../../scripts/audit-roles/world.ts'
import { checkInvariants } from '../../scripts/story/invariants.ts'
import {
  bridgedOpenTokenAbi,
  openTimelockAbi,
  openTokenAbi,
  openVestingAbi,
  priceOracleAbi,
  syntheticRedemptionAbi,
  tokenAllocationAbi,
  vestingFactoryAbi,
  xnodeOneAbi,
  xnodeRegistryAbi,
  xnodeSaleAbi,
} from '../../typechain-types/index.ts'

const outboundAbi = parseAbi([
  'struct Bucket { uint128 tokens; uint32 lastUpdated; bool isEnabled; uint128 capacity; uint128 rate; }',
  'function getCurrentOutboundRateLimiterState(uint64 chain) view returns (Bucket)',
])

describe('deploy', () => {
  let world: World
  before(async () => {
    world = await startWorld()
  })
  after(() => world.stop())

  const at = (name: string): Address => world.contracts.home[name] as Address

  it('default: a second run sends no transaction', async () => {
    const heights = () =>
      Promise.all(world.chains.map(({ client }) => client.getBlockNumber()))
    const before = await heights()
    await world.redeploy()
    expect(await heights()).to.deep.equal(before)
  })

  it('default: every invariant of the main job holds from the start', async () => {
    expect(await checkInvariants(world)).to.deep.equal({
      supplyIsGenesis: true,
      spokeEqualsLocked: true,
      stakingSolvent: true,
      votesWithinSupply: true,
      deployerHasNoRole: true,
    })
  })

  it('behavior: a new lane never gives out more than its far end may mint', async () => {
    const { home, spoke } = world
    const { tokens, capacity } = await home.client.readContract({
      address: at('OpenLockPool'),
      abi: outboundAbi,
      functionName: 'getCurrentOutboundRateLimiterState',
      args: [spoke.selector],
    })
    const mintable = await spoke.client.readContract({
      address: world.contracts.spoke.BridgedOpenToken as Address,
      abi: bridgedOpenTokenAbi,
      functionName: 'mintable',
      args: [world.contracts.spoke.BurnMintTokenPool as Address],
    })
    expect(capacity).to.equal(laneLimits.outbound.capacity)
    expect(tokens <= mintable, `${tokens} of ${mintable}`).to.equal(true)
  })

  it('GOVERNANCE-44: behavior: no right is left with the deployer or an unknown key', async () => {
    const { holders, findings } = await auditWorld(world)
    expect(findings).to.deep.equal([])
    const keys = holders.filter(({ holderKind }) => holderKind === 'key')
    expect(new Set(keys.map(({ holderName }) => holderName))).to.deep.equal(
      new Set(['guardian', 'council']),
    )
  })

  it('behavior: the timelock waits as configured', async () => {
    for (const chain of world.chains)
      expect(
        await chain.client.readContract({
          address: contractAt(
            contractsOn(world.contracts, chain),
            'OpenTimelock',
          ),
          abi: openTimelockAbi,
          functionName: 'getMinDelay',
        }),
      ).to.equal(BigInt(timelockConfig.minDelay))
  })

  it('XNODE-22: USDC is believed between 0.98 and 1.02 USD', async () => {
    const { minPrice, maxPrice } = await world.home.client.readContract({
      address: at('PriceOracle'),
      abi: priceOracleAbi,
      functionName: 'feedOf',
      args: [devnetAddresses.home.usdc],
    })
    expect(minPrice).to.equal(parseEther('0.98'))
    expect(maxPrice).to.equal(parseEther('1.02'))
  })

  it('XNODE-23: ETH and USDC are accepted from the start, OPEN is not', async () => {
    const isAccepted = (asset: Address) =>
      world.home.client.readContract({
        address: at('XnodeSale'),
        abi: xnodeSaleAbi,
        functionName: 'isAccepted',
        args: [asset],
      })
    expect(await isAccepted(zeroAddress)).to.equal(true)
    expect(await isAccepted(devnetAddresses.home.usdc)).to.equal(true)
    expect(await isAccepted(at('OpenToken'))).to.equal(false)
  })

  it('XNODE-63: the roots of Accountability count from the start', async () => {
    expect(
      await world.home.client.readContract({
        address: at('XnodeRegistry'),
        abi: xnodeRegistryAbi,
        functionName: 'attester',
      }),
    ).to.equal(at('Accountability'))
  })

  const open = <const args extends readonly unknown[]>(args: args) =>
    ({ address: at('OpenToken'), abi: openTokenAbi, args }) as const

  const delegateOf = (account: Address) =>
    world.home.client.readContract({
      ...open([account]),
      functionName: 'delegates',
    })

  /** Wallet of each grant that vests, with whose it is. */
  const wallets = async () => {
    const logs = await world.home.client.getLogs({
      address: at('VestingFactory'),
      event: getAbiItem({ abi: vestingFactoryAbi, name: 'VestingCreated' }),
      fromBlock: 0n,
      strict: true,
    })
    return logs.map(({ args }) => args)
  }

  it('behavior: contracts that hold OPEN for nobody delegate to EXCLUDED', async () => {
    const expected = [
      'TokenAllocation',
      'OpenTimelock',
      'RewardStream',
      'SlashVault',
      'MerkleClaims',
      'SyntheticRedemption',
      'XnodeRevenue',
    ]
    const found: string[] = []
    for (const [name, address] of Object.entries(world.contracts.home))
      if ((await delegateOf(address)) === excluded) found.push(name)
    expect(found).to.have.members(expected)
  })

  it('behavior: whatever contract ever got OPEN is excluded, an escrow, a pool or a vesting wallet', async () => {
    const { client } = world.home
    const transfers = await client.getLogs({
      address: at('OpenToken'),
      event: getAbiItem({ abi: openTokenAbi, name: 'Transfer' }),
      fromBlock: 0n,
      strict: true,
    })
    const vesting = await wallets()
    let contracts = 0
    for (const holder of new Set(transfers.map(({ args }) => args.to))) {
      const code = await client.getCode({ address: holder })
      if (code === undefined) continue
      contracts += 1
      const registered = await Promise.all([
        client.readContract({ ...open([holder]), functionName: 'isEscrow' }),
        client.readContract({ ...open([holder]), functionName: 'isPool' }),
      ])
      const wallet = vesting.find((one) => isAddressEqual(one.wallet, holder))
      const delegate = registered.includes(true)
        ? zeroAddress
        : (wallet?.beneficiary ?? excluded)
      expect(await delegateOf(holder), holder).to.equal(delegate)
    }
    expect(contracts >= GENESIS_VESTINGS.length + 4).to.equal(true)
  })

  it('behavior: every row paid what genesis says and the rest is left', async () => {
    const table = await world.home.client.readContract({
      address: at('TokenAllocation'),
      abi: tokenAllocationAbi,
      functionName: 'rows',
    })
    for (const { id, key, cap } of ALLOCATION) {
      const spent = [...GENESIS_FUNDING, ...GENESIS_GRANTS, ...GENESIS_VESTINGS]
        .filter((payment) => payment.row === key)
        .reduce((sum, { amount }) => sum + amount, 0n)
      expect(table[id]?.cap, key).to.equal(cap)
      expect(table[id]?.spent, key).to.equal(spent)
    }
  })

  it('behavior: every recipient got its grant', async () => {
    for (const { recipient, amount } of GENESIS_GRANTS)
      expect(
        await world.home.client.readContract({
          ...open([recipients[recipient] as Address]),
          functionName: 'balanceOf',
        }),
        recipient,
      ).to.equal(amount)
  })

  it('behavior: what vests votes for its beneficiary from the first day', async () => {
    const { client } = world.home
    const made = await wallets()
    expect(made).to.have.length(GENESIS_VESTINGS.length)
    for (const { recipient, amount, revocable } of GENESIS_VESTINGS) {
      const beneficiary = recipients[recipient] as Address
      const grant = made.find((one) =>
        isAddressEqual(one.beneficiary, beneficiary),
      )
      const wallet = grant?.wallet as Address
      const state = await client.readContract({
        address: wallet,
        abi: openVestingAbi,
        functionName: 'state',
      })
      expect(state, recipient).to.include({ beneficiary, amount, revocable })
      expect(state.balance, recipient).to.equal(amount - state.released)
      expect(state.released > 0n, recipient).to.equal(true)
      expect(
        await client.readContract({
          ...open([beneficiary]),
          functionName: 'getVotes',
        }),
        recipient,
      ).to.equal(state.balance)
    }
  })

  it('behavior: sOPEN is redeemed from its start on, and stays locked', async () => {
    const { home } = world
    const { syntheticOpen } = devnetAddresses.home
    const redemption = {
      address: at('SyntheticRedemption'),
      abi: syntheticRedemptionAbi,
    } as const
    const buyer = home.wallet(accounts.buyer)
    const amount = parseEther('200')
    await mintTestToken(home, 'syntheticOpen', buyer.account.address, amount)
    await buyer.writeContract({
      address: syntheticOpen,
      abi: openTokenAbi,
      functionName: 'approve',
      args: [redemption.address, amount],
    })
    const read = (functionName: 'start' | 'fundedFor' | 'locked') =>
      home.client.readContract({ ...redemption, functionName })
    const [start, funded] = await Promise.all([
      read('start'),
      read('fundedFor'),
    ])
    const planned = GENESIS_FUNDING.filter(
      ({ contract }) => contract === 'SyntheticRedemption',
    )
    expect(funded).to.equal(planned.reduce((sum, one) => sum + one.amount, 0n))

    const { timestamp } = await home.client.getBlock()
    await world.advance(start - timestamp)
    await buyer.writeContract({
      ...redemption,
      functionName: 'redeem',
      args: [amount],
    })
    expect(await read('locked')).to.equal(amount)
    expect(await read('fundedFor')).to.equal(funded - amount)
    expect(
      await home.client.readContract({
        ...open([buyer.account.address]),
        functionName: 'balanceOf',
      }),
    ).to.equal(amount)
  })

  it('error: the deployer can neither grant from the allocation nor make a series', async () => {
    const account = addressOf('deployer')
    const refused = async (call: Promise<unknown>, errorName: string) => {
      const error = await call.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      expect(String(error)).to.contain(errorName)
    }
    await refused(
      world.home.client.simulateContract({
        account,
        address: at('TokenAllocation'),
        abi: tokenAllocationAbi,
        functionName: 'genesisGrant',
        args: [0, account, 1n],
      }),
      'TokenAllocation_GenesisClosed',
    )
    await refused(
      world.home.client.simulateContract({
        account,
        address: at('XnodeOne'),
        abi: xnodeOneAbi,
        functionName: 'setRoyalty',
        args: [1, 0],
      }),
      'AccessControlUnauthorizedAccount',
    )
    await refused(
      world.home.client.simulateContract({
        account,
        address: at('OpenTimelock'),
        abi: openTimelockAbi,
        functionName: 'schedule',
        args: [account, 0n, '0x', zeroHash, zeroHash, 0n],
      }),
      'AccessControlUnauthorizedAccount',
    )
  })
})
