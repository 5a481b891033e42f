import { describe, it } from 'node:test'
import { expect } from 'chai'
import { type Abi, type Address, parseAbi, parseEther } from 'viem'
import { tokenAdminRegistryAbi, tokenPoolAbi } from '../../rocketh/ccip-abis.ts'
import { encodeAddress } from '../../rocketh/ccip-encoding.ts'
import { releaseArtifact } from '../../rocketh/ccip-releases.ts'
import {
  bridgedOpenTokenAbi,
  lockLedgerAbi,
  openLockPoolAbi,
  openTokenAbi,
} from '../../typechain-types/index.ts'
import { deploy, deployArtifact, limits, write } from '../helpers/bridge.ts'
import { amount, bridgeStory, receiver } from '../helpers/bridge-story.ts'

const remotePoolAbi = parseAbi([
  'function addRemotePool(uint64 remoteChainSelector, bytes remotePoolAddress)',
  'function removeRemotePool(uint64 remoteChainSelector, bytes remotePoolAddress)',
])

const notice = 15n * 86_400n

describe('bridge rotation', () => {
  const story = bridgeStory()

  /** Account 0 stands in for the timelock of both chains. */
  const call = (
    side: 'home' | 'spoke',
    address: Address,
    abi: Abi,
    functionName: string,
    args: readonly unknown[] = [],
  ) => {
    const chain = story.devnet[side]
    return write(chain, chain.wallet(0), address, abi, functionName, args)
  }

  const laneTo = (side: 'home' | 'spoke') => {
    const remote = side === 'home' ? 'spoke' : 'home'
    const { token, pool } = story.bridged[remote]
    return {
      remoteChainSelector: story.devnet[remote].selector,
      remotePoolAddresses: [encodeAddress(pool)],
      remoteTokenAddress: encodeAddress(token),
      outboundRateLimiterConfig: limits.outbound,
      inboundRateLimiterConfig: limits.inbound,
    }
  }

  const setPool = (side: 'home' | 'spoke', pool: Address) =>
    call(
      side,
      story.devnet[side].addresses.tokenAdminRegistry,
      tokenAdminRegistryAbi,
      'setPool',
      [story.bridged[side].token, pool],
    )

  const ledgerOf = (pool: Address) =>
    story.devnet.home.client.readContract({
      address: pool,
      abi: openLockPoolAbi,
      functionName: 'ledger',
    })

  /** A second burn-mint pool of a spoke, of whoever deploys it. */
  async function deploySpokePool(owner: number): Promise<Address> {
    const { spoke } = story.devnet
    const { rmnProxy, router } = spoke.addresses
    const release = await releaseArtifact('burnMintTokenPool')
    const wallet = spoke.wallet(owner)
    const pool = await deployArtifact(spoke, wallet, release, [
      story.bridged.spoke.token,
      18,
      [],
      rmnProxy,
      router,
    ])
    const lanes = [[], [laneTo('spoke')]]
    await write(spoke, wallet, pool, tokenPoolAbi, 'applyChainUpdates', lanes)
    return pool
  }

  it('BRIDGE-10: home replaces its pool with messages on their way, both ways', async () => {
    const { home, lanes, relayer } = story.devnet
    const old = story.bridged.home
    const holder = story.devnet.spoke.wallet(0).account.address
    await story.sendOpen(lanes.out, holder, 5n * amount)
    await relayer.relay()

    const ledger = await ledgerOf(old.pool)
    const pool = await deploy(home, home.wallet(0), 'OpenLockPool', [
      old.token,
      ledger,
      home.addresses.rmnProxy,
      home.addresses.router,
    ])
    await call('home', old.token, openTokenAbi, 'addPool', [pool])
    const lane = [[], [laneTo('home')]]
    await call('home', pool, tokenPoolAbi, 'applyChainUpdates', lane)
    const heard = [home.selector, encodeAddress(pool)]
    const far = story.bridged.spoke.pool
    await call('spoke', far, remotePoolAbi, 'addRemotePool', heard)
    await call('home', ledger, lockLedgerAbi, 'nominate', [pool])
    await story.devnet.advance(notice)

    // One of each on its way while the pool is replaced.
    await story.sendOpen(lanes.out, receiver, amount)
    await story.sendOpen(lanes.back, receiver, 2n * amount)
    await call('home', ledger, lockLedgerAbi, 'appoint')
    await setPool('home', pool)
    await call('home', old.pool, openLockPoolAbi, 'migrate')
    await call('home', ledger, lockLedgerAbi, 'dismissPredecessor')

    const deliveries = await relayer.relay()
    expect(deliveries.map(({ state }) => state)).to.deep.equal([
      'success',
      'success',
    ])
    expect(await story.balanceOf('spoke', receiver)).to.equal(amount)
    expect(await story.balanceOf('home', receiver)).to.equal(2n * amount)
    expect(await story.balanceOf('home', old.pool)).to.equal(0n)
    expect(await story.balanceOf('home', pool)).to.equal(4n * amount)

    // The new pool works on, and the old one is heard no more.
    const gone = [home.selector, encodeAddress(old.pool)]
    await call('spoke', far, remotePoolAbi, 'removeRemotePool', gone)
    await story.sendOpen(lanes.out, receiver, amount)
    await story.sendOpen(lanes.back, receiver, amount)
    const later = await relayer.relay()
    expect(later.every(({ state }) => state === 'success')).to.equal(true)
    const totals = await story.totals()
    expect(totals.locked).to.equal(7n * amount)
    expect(totals.released).to.equal(3n * amount)
    expect(totals.spokeSupply).to.equal(4n * amount)
  })

  it('BRIDGE-10: a spoke replaces its pool with messages on their way, both ways', async () => {
    const { spoke, lanes, relayer } = story.devnet
    const { token, pool: old } = story.bridged.spoke
    await story.sendOpen(
      lanes.out,
      spoke.wallet(0).account.address,
      5n * amount,
    )
    await relayer.relay()
    const pool = await deploySpokePool(0)
    const mint = [pool, parseEther('1000000')]
    await call('spoke', token, bridgedOpenTokenAbi, 'setMinter', mint)
    await call('spoke', token, bridgedOpenTokenAbi, 'setBurner', [pool, true])
    const heard = [spoke.selector, encodeAddress(pool)]
    const near = story.bridged.home.pool
    await call('home', near, remotePoolAbi, 'addRemotePool', heard)
    await story.devnet.advance(3_600n)

    await story.sendOpen(lanes.out, receiver, amount)
    await story.sendOpen(lanes.back, receiver, 2n * amount)
    await setPool('spoke', pool)
    await story.sendOpen(lanes.back, receiver, amount)
    const deliveries = await relayer.relay()
    expect(deliveries.map(({ state }) => state)).to.deep.equal([
      'success',
      'success',
      'success',
    ])
    expect(await story.balanceOf('spoke', receiver)).to.equal(amount)
    expect(await story.balanceOf('home', receiver)).to.equal(3n * amount)

    // A message of the old pool that home hears no more waits for it.
    await setPool('spoke', old)
    const { messageId } = await story.sendOpen(lanes.back, receiver, amount)
    const gone = [spoke.selector, encodeAddress(old)]
    await call('home', near, remotePoolAbi, 'removeRemotePool', gone)
    const [refused] = await relayer.relay()
    expect(refused?.state).to.equal('failure')
    expect(refused?.failure?.inner?.errorName).to.equal(
      'InvalidSourcePoolAddress',
    )
    await call('home', near, remotePoolAbi, 'addRemotePool', gone)
    const wallet = story.devnet.home.wallet(0)
    const retried = await relayer.manualExecute(messageId, wallet)
    expect(retried.state).to.equal('success')
  })

  it("BRIDGE-04: an attacker's pool on a spoke draws at most what was locked for it", async () => {
    const { spoke, lanes, relayer } = story.devnet
    const { token } = story.bridged.spoke
    const thief = spoke.wallet(0).account.address
    await story.sendOpen(lanes.out, receiver)
    await relayer.relay()

    // The spoke is lost: its token mints for the thief, CCIP's registry there
    // names the thief's pool, and home was made to hear it.
    const pool = await deploySpokePool(0)
    const right = [thief, parseEther('1000')]
    await call('spoke', token, bridgedOpenTokenAbi, 'setMinter', right)
    await call('spoke', token, bridgedOpenTokenAbi, 'setBurner', [pool, true])
    await setPool('spoke', pool)
    const heard = [spoke.selector, encodeAddress(pool)]
    const near = story.bridged.home.pool
    await call('home', near, remotePoolAbi, 'addRemotePool', heard)
    await story.devnet.advance(86_400n)
    const loot = [thief, 3n * amount]
    await call('spoke', token, bridgedOpenTokenAbi, 'mint', loot)

    const before = await story.balanceOf('home', thief)
    await story.sendOpen(lanes.back, thief, amount + 1n)
    await story.sendOpen(lanes.back, thief, amount)
    await story.sendOpen(lanes.back, thief, 1n)
    const deliveries = await relayer.relay()
    expect(deliveries.map(({ state }) => state)).to.deep.equal([
      'failure',
      'success',
      'failure',
    ])
    expect((await story.balanceOf('home', thief)) - before).to.equal(amount)
    const { locked, released } = await story.totals()
    expect(released).to.equal(locked)
  })
})
