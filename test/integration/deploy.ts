import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { type Address, parseAbi, zeroHash } from 'viem'
import { ALLOCATION } from '../../config/allocation.ts'
import { laneLimits } from '../../config/bridge.ts'
import { GENESIS_FUNDING, GENESIS_GRANTS } from '../../config/genesis.ts'
import {
  excluded,
  timelock as timelockConfig,
} from '../../config/governance.ts'
import { addressOf, recipients } from '../../devnet/accounts.ts'
import { startWorld, type World } from '../../devnet/world.ts'
import { auditWorld } from '../../scripts/audit-roles/world.ts'
import { checkInvariants } from '../../scripts/story/invariants.ts'
import {
  bridgedOpenTokenAbi,
  openTimelockAbi,
  openTokenAbi,
  tokenAllocationAbi,
  xnodeOneAbi,
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

  it('behavior: no right is left with the deployer or an unknown key', async () => {
    const { holders, findings } = await auditWorld(world)
    expect(findings).to.deep.equal([])
    const keys = holders.filter(({ holderKind }) => holderKind === 'key')
    expect(new Set(keys.map(({ holderName }) => holderName))).to.deep.equal(
      new Set(['guardian']),
    )
  })

  it('behavior: the timelock waits as configured', async () => {
    for (const { name, client } of world.chains)
      expect(
        await client.readContract({
          address: world.contracts[name].OpenTimelock as Address,
          abi: openTimelockAbi,
          functionName: 'getMinDelay',
        }),
      ).to.equal(BigInt(timelockConfig.minDelay))
  })

  it('behavior: contracts that hold OPEN for nobody delegate to EXCLUDED', async () => {
    const { client } = world.home
    for (const [name, address] of Object.entries(world.contracts.home)) {
      const read = { address: at('OpenToken'), abi: openTokenAbi } as const
      const balance = await client.readContract({
        ...read,
        functionName: 'balanceOf',
        args: [address],
      })
      const isEscrow = await client.readContract({
        ...read,
        functionName: 'isEscrow',
        args: [address],
      })
      if (balance === 0n || isEscrow) continue
      expect(
        await client.readContract({
          ...read,
          functionName: 'delegates',
          args: [address],
        }),
        name,
      ).to.equal(excluded)
    }
  })

  it('behavior: every row paid what genesis says and the rest is left', async () => {
    const table = await world.home.client.readContract({
      address: at('TokenAllocation'),
      abi: tokenAllocationAbi,
      functionName: 'rows',
    })
    for (const { id, key, cap } of ALLOCATION) {
      const spent = [...GENESIS_FUNDING, ...GENESIS_GRANTS]
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
          address: at('OpenToken'),
          abi: openTokenAbi,
          functionName: 'balanceOf',
          args: [recipients[recipient] as Address],
        }),
        recipient,
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
