import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  type Abi,
  type Address,
  encodePacked,
  pad,
  parseEther,
  zeroAddress,
} from 'viem'
import { curse } from '../../../devnet/ccip/lane.ts'
import {
  type Devnet,
  type DevnetChain,
  startDevnet,
} from '../../../devnet/index.ts'
import { type BridgedToken, tokenAt } from '../../../devnet/measure-delivery.ts'
import { callAsOperator } from '../../../devnet/operator.ts'
import {
  tokenAdminRegistryAbi,
  tokenPoolAbi,
} from '../../../rocketh/ccip-abis.ts'
import { encodeAddress } from '../../../rocketh/ccip-encoding.ts'
import { releaseAbi, releaseArtifact } from '../../../rocketh/ccip-releases.ts'
import { applyLanes } from '../../../scripts/lanes/apply.ts'
import type { Rule } from '../../../scripts/lanes/difference.ts'
import { planLanes } from '../../../scripts/lanes/plan.ts'
import { bridgedOpenTokenAbi } from '../../../typechain-types/index.ts'
import {
  bridgeOpen,
  dailyMint,
  deployArtifact,
  limits,
  write,
} from '../../helpers/bridge.ts'
import {
  planner,
  TestSender,
  testEnds,
  testLanes,
} from '../../helpers/lanes.ts'
import { revertAfterEach } from '../../helpers/snapshots.ts'

const stranger: Address = '0x00000000000000000000000000000000000BAd00'
const unknownChain = 6433500567565415381n

/** Puts one thing wrong; every chain is home's or the spoke's. */
interface Drift {
  readonly seed: (world: Seeding) => Promise<void>
  /** Exactly what must be found. */
  readonly found: readonly Rule[]
  /** What no call of ours mends; everything is when left out. */
  readonly left?: readonly Rule[]
}

interface Seeding {
  readonly devnet: Devnet
  readonly bridged: BridgedToken
  readonly onPool: (
    chain: DevnetChain,
    functionName: string,
    ...args: unknown[]
  ) => Promise<void>
  readonly onToken: (functionName: string, ...args: unknown[]) => Promise<void>
  readonly onRegistry: (
    chain: DevnetChain,
    functionName: string,
    ...args: unknown[]
  ) => Promise<void>
  readonly asChainlink: (
    chain: DevnetChain,
    contract: 'feeQuoter' | 'router',
    functionName: string,
    args: readonly unknown[],
  ) => Promise<void>
}

const half = {
  isEnabled: true,
  capacity: limits.outbound.capacity / 2n,
  rate: limits.outbound.rate / 2n,
}
const tight = { ...limits.inbound, capacity: limits.outbound.capacity }
const none = { isEnabled: false, capacity: 0n, rate: 0n }

function reopened(
  remote: DevnetChain,
  tokens: BridgedToken,
  changes: Record<string, unknown>,
) {
  const far = tokenAt(tokens, remote)
  return [
    [remote.selector],
    [
      {
        remoteChainSelector: remote.selector,
        remotePoolAddresses: [encodeAddress(far.pool)],
        remoteTokenAddress: encodeAddress(far.token),
        outboundRateLimiterConfig: limits.outbound,
        inboundRateLimiterConfig: limits.inbound,
        ...changes,
      },
    ],
  ]
}

const drifts: Readonly<Record<string, Drift>> = {
  'outbound lowered at one end': {
    seed: ({ devnet: { home, spoke }, onPool }) =>
      onPool(
        home,
        'setChainRateLimiterConfig',
        spoke.selector,
        half,
        limits.inbound,
      ),
    found: ['outbound-limit', 'asymmetric-limits'],
  },
  'inbound without its margin': {
    seed: ({ devnet: { home, spoke }, onPool }) =>
      onPool(
        spoke,
        'setChainRateLimiterConfig',
        home.selector,
        limits.outbound,
        tight,
      ),
    found: ['inbound-limit', 'inbound-margin', 'asymmetric-limits'],
  },
  'a rate raised at both ends': {
    seed: async ({ devnet: { home, spoke }, onPool }) => {
      const fast = { ...limits.outbound, rate: limits.outbound.rate + 1n }
      for (const [here, there] of [
        [home, spoke],
        [spoke, home],
      ] as const)
        await onPool(
          here,
          'setChainRateLimiterConfig',
          there.selector,
          fast,
          limits.inbound,
        )
    },
    found: ['outbound-limit', 'outbound-limit'],
  },
  'no outbound limit': {
    seed: ({ devnet: { home, spoke }, onPool }) =>
      onPool(
        spoke,
        'setChainRateLimiterConfig',
        home.selector,
        none,
        limits.inbound,
      ),
    found: ['outbound-limit', 'inbound-margin', 'asymmetric-limits'],
  },
  'a packed remote token': {
    seed: ({ devnet: { home, spoke }, bridged, onPool }) =>
      onPool(
        home,
        'applyChainUpdates',
        ...reopened(spoke, bridged, {
          remoteTokenAddress: encodePacked(['address'], [bridged.spoke.token]),
        }),
      ),
    found: ['address-encoding'],
  },
  'another remote token': {
    seed: ({ devnet: { home, spoke }, bridged, onPool }) =>
      onPool(
        spoke,
        'applyChainUpdates',
        ...reopened(home, bridged, {
          remoteTokenAddress: encodeAddress(stranger),
        }),
      ),
    found: ['remote-token'],
  },
  'a packed remote pool': {
    seed: ({ devnet: { home, spoke }, bridged, onPool }) =>
      onPool(
        home,
        'applyChainUpdates',
        ...reopened(spoke, bridged, {
          remotePoolAddresses: [
            encodePacked(['address'], [bridged.spoke.pool]),
          ],
        }),
      ),
    found: ['remote-pool', 'address-encoding'],
  },
  'a foreign remote pool is trusted too': {
    seed: ({ devnet: { home, spoke }, onPool }) =>
      onPool(home, 'addRemotePool', spoke.selector, encodeAddress(stranger)),
    found: ['remote-pool'],
  },
  'the remote pool is not trusted': {
    seed: ({ devnet: { home, spoke }, bridged, onPool }) =>
      onPool(
        spoke,
        'removeRemotePool',
        home.selector,
        encodeAddress(bridged.home.pool),
      ),
    found: ['remote-pool'],
  },
  'a chain too many': {
    seed: ({ devnet: { home, spoke }, bridged, onPool }) => {
      const [, [update]] = reopened(spoke, bridged, {
        remoteChainSelector: unknownChain,
      }) as [unknown, [unknown]]
      return onPool(home, 'applyChainUpdates', [], [update])
    },
    found: ['undeclared-chain'],
  },
  'a chain too few': {
    seed: ({ devnet: { home, spoke }, onPool }) =>
      onPool(spoke, 'applyChainUpdates', [home.selector], []),
    found: ['missing-chain'],
  },
  'the pool is offered to somebody': {
    seed: ({ devnet: { home }, onPool }) =>
      onPool(home, 'transferOwnership', stranger),
    found: ['pool-pending-owner'],
  },
  'the released pool is offered to somebody': {
    seed: ({ devnet: { spoke }, onPool }) =>
      onPool(spoke, 'transferOwnership', stranger),
    found: ['pool-pending-owner'],
  },
  'somebody may set limits': {
    seed: ({ devnet: { spoke }, onPool }) =>
      onPool(spoke, 'setRateLimitAdmin', stranger),
    found: ['limiter'],
  },
  'the pool listens to another Router': {
    seed: ({ devnet: { spoke }, onPool }) =>
      onPool(spoke, 'setRouter', stranger),
    found: ['pool-router'],
  },
  'the registry is offered to somebody': {
    seed: ({ devnet: { home }, bridged, onRegistry }) =>
      onRegistry(home, 'transferAdminRole', bridged.home.token, stranger),
    found: ['registry-pending-admin'],
  },
  'the registry names no pool': {
    seed: ({ devnet: { home }, bridged, onRegistry }) =>
      onRegistry(home, 'setPool', bridged.home.token, zeroAddress),
    found: ['registry-pool'],
  },
  'the pool mints more a day': {
    seed: ({ bridged, onToken }) =>
      onToken('setMinter', bridged.spoke.pool, dailyMint + 1n),
    found: ['mint-budget'],
  },
  'the pool may not burn': {
    seed: ({ bridged, onToken }) =>
      onToken('setBurner', bridged.spoke.pool, false),
    found: ['burn-right'],
  },
  'somebody else mints': {
    seed: ({ onToken }) => onToken('setMinter', stranger, parseEther('1')),
    found: ['other-minter'],
    left: ['other-minter'],
  },
  'Chainlink grants a delivery less gas': {
    seed: ({ devnet: { home, spoke }, bridged, asChainlink }) =>
      asChainlink(home, 'feeQuoter', 'applyTokenTransferFeeConfigUpdates', [
        [
          {
            destChainSelector: spoke.selector,
            tokenTransferFeeConfigs: [
              {
                token: bridged.home.token,
                tokenTransferFeeConfig: {
                  minFeeUSDCents: 25,
                  maxFeeUSDCents: 100,
                  deciBps: 0,
                  destGasOverhead: 60_000,
                  destBytesOverhead: 32,
                  isEnabled: true,
                },
              },
            ],
          },
        ],
        [],
      ]),
    found: ['delivery-gas', 'dest-gas-overhead'],
    left: ['delivery-gas', 'dest-gas-overhead'],
  },
  'the Router sends nothing': {
    seed: ({ devnet: { home, spoke }, asChainlink }) =>
      asChainlink(home, 'router', 'applyRampUpdates', [
        [{ destChainSelector: spoke.selector, onRamp: zeroAddress }],
        [],
        [],
      ]),
    found: ['road-out'],
    left: ['road-out'],
  },
  'the Router takes nothing': {
    seed: ({ devnet: { home, spoke }, asChainlink }) =>
      asChainlink(spoke, 'router', 'applyRampUpdates', [
        [],
        [
          {
            sourceChainSelector: home.selector,
            offRamp: spoke.addresses.offRamp,
          },
        ],
        [],
      ]),
    found: ['road-in'],
    left: ['road-in'],
  },
  'a curse': {
    seed: ({ devnet: { home, spoke } }) => curse(spoke, home.selector),
    found: ['curse'],
    left: ['curse'],
  },
}

describe('lanes', () => {
  let devnet: Devnet
  let bridged: BridgedToken

  before(async () => {
    devnet = await startDevnet()
    bridged = await bridgeOpen(devnet)
  })
  after(() => devnet.stop())
  revertAfterEach(() => devnet)

  const foundNow = async () => {
    const { differences } = await planLanes(testEnds(devnet, bridged))
    return differences.map(({ rule }) => rule)
  }
  const admin = (
    chain: DevnetChain,
    address: Address,
    abi: Abi,
    functionName: string,
    args: readonly unknown[],
  ) => write(chain, chain.wallet(0), address, abi, functionName, args)
  const seeding = (): Seeding => ({
    devnet,
    bridged,
    onPool: (chain, functionName, ...args) => {
      const { pool } = tokenAt(bridged, chain)
      return admin(chain, pool, tokenPoolAbi, functionName, args)
    },
    onToken: (functionName, ...args) => {
      const { token } = bridged.spoke
      return admin(devnet.spoke, token, bridgedOpenTokenAbi, functionName, args)
    },
    onRegistry: (chain, functionName, ...args) => {
      const { tokenAdminRegistry } = chain.addresses
      const abi = tokenAdminRegistryAbi
      return admin(chain, tokenAdminRegistry, abi, functionName, args)
    },
    asChainlink: async (chain, contract, functionName, args) => {
      const to = chain.addresses[contract]
      const abi = await releaseAbi(contract)
      await callAsOperator(chain, { to, abi, functionName, args })
    },
  })

  describe('check', () => {
    it('default: nothing differs', async () => {
      expect(await planLanes(testEnds(devnet, bridged))).to.deep.equal({
        differences: [],
        chains: [],
      })
    })

    for (const [name, { seed, found, left = [] }] of Object.entries(drifts))
      it(`behavior: finds and mends: ${name}`, async () => {
        await seed(seeding())
        expect(await foundNow()).to.have.members(found)
        await applyLanes(
          planner(testEnds(devnet, bridged)),
          new TestSender(devnet),
        )
        expect(await foundNow()).to.have.members(left)
      })

    it('behavior: what is fixed for ever is told, not tried', async () => {
      const { spoke } = devnet
      const { usdc, router } = spoke.addresses
      const pool = await deployArtifact(
        spoke,
        spoke.wallet(1),
        await releaseArtifact('lockReleaseTokenPool'),
        [usdc, 6, [stranger], router, router],
      )
      const ends = testEnds(devnet, bridged).map((end) =>
        end.chain.config.side === 'spoke'
          ? { ...end, chain: { ...end.chain, pool } }
          : end,
      )
      const { differences } = await planLanes(ends)
      const fixed = differences.filter(({ calls }) => calls.length === 0)
      const rules = fixed.map(({ rule }) => rule)
      expect(rules).to.include.members([
        'pool-version',
        'pool-token',
        'pool-decimals',
        'pool-rmn',
        'pool-allow-list',
        'pool-owner',
      ])
      // What only its owner could do is withheld.
      expect(rules).to.include('missing-chain')
      for (const { remedy } of fixed) expect(remedy).to.be.a('string')
    })

    it('behavior: what is declared has to hold together itself', async () => {
      const [lane] = testLanes
      if (lane === undefined) throw new Error('no lane')
      const declared = [
        {
          ...lane,
          inbound: limits.outbound,
          deliveryGas: { measured: 90_001, granted: 90_000 },
        },
      ]
      const { differences } = await planLanes(
        testEnds(devnet, bridged, declared),
      )
      const found = differences.map(({ rule }) => rule)
      expect(found).to.include.members(['declared-margin', 'delivery-gas'])
    })

    it('behavior: dirty upper bytes are no address', async () => {
      const { home, spoke } = devnet
      const dirty = pad(bridged.spoke.pool, { size: 32, dir: 'right' })
      await seeding().onPool(home, 'addRemotePool', spoke.selector, dirty)
      expect(await foundNow()).to.deep.equal(['address-encoding'])
    })
  })
})
