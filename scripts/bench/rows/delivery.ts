import {
  type Address,
  erc20Abi,
  keccak256,
  maxUint256,
  parseAbi,
  parseEther,
  stringToHex,
} from 'viem'
import { laneLimits } from '../../../config/bridge.ts'
import { accounts } from '../../../devnet/accounts.ts'
import type { DevnetChain } from '../../../devnet/index.ts'
import {
  type BridgedToken,
  measureDelivery,
  tokenAt,
} from '../../../devnet/measure-delivery.ts'
import {
  registryModuleAbi,
  tokenAdminRegistryAbi,
  tokenPoolAbi,
} from '../../../rocketh/ccip-abis.ts'
import { encodeAddress } from '../../../rocketh/ccip-encoding.ts'
import { releaseArtifact } from '../../../rocketh/ccip-releases.ts'
import {
  type Bench,
  deploy,
  deployPeer,
  openActor,
  type Spent,
  transact,
} from '../harness.ts'
import type { PeerContract } from '../peers.ts'
import { type Row, toRow } from '../row.ts'
import {
  measureEach,
  peerTokens,
  type Subjects,
  type Token,
} from '../tokens.ts'

/** What the matrix sends back and forth, and more. */
const funding = parseEther('1000')
const funder = accounts['core-team']

const mintersAbi = {
  OpenZeppelinToken: parseAbi([
    'function grantRole(bytes32 role, address account)',
  ]),
  SoladyToken: parseAbi([
    'function grantRoles(address user, uint256 roles) payable',
  ]),
} as const

/** The dearest delivery of a bridged token, out of what CCIP grants. */
export async function deliveryRows(
  bench: Bench,
  tokens: Subjects<Token>,
): Promise<Row[]> {
  const operation = 'delivery.max'
  bench.say(operation)
  const { contracts } = bench.world
  const bridged: Subjects<BridgedToken> = {
    ours: {
      home: {
        token: tokens.ours.address,
        pool: bench.at('OpenLockPool'),
      },
      spoke: {
        token: contracts.spoke.BridgedOpenToken as Address,
        pool: contracts.spoke.BurnMintTokenPool as Address,
      },
    },
    peers: {
      openzeppelin: await bridge(
        bench,
        tokens.peers.openzeppelin,
        'openzeppelin',
      ),
      solady: await bridge(bench, tokens.peers.solady, 'solady'),
    },
  }
  return [
    toRow({
      operation,
      state:
        'dearest of {no, old, fresh delegate} x {zero, non-zero balance} x {spoke mint, home release} and the first mint of all on a spoke, out of the gas that CCIP grants; peers behind the pools of CCIP 1.6.1',
      ...(await measureEach(bridged, (token) => dearest(bench, token))),
      // Most of it is CCIP's own code around the token.
      least: null,
    }),
  ]
}

async function dearest(bench: Bench, token: BridgedToken): Promise<Spent> {
  const { home, faucet, world } = bench
  const wallet = home.wallet(funder)
  const open = { address: token.home.token, abi: erc20Abi }
  const { router } = home.addresses
  const { address } = wallet.account
  await transact(home, faucet, open, 'transfer', [address, funding])
  await transact(home, wallet.account, open, 'approve', [router, maxUint256])
  await world.advance(86_400n)
  const { max } = await measureDelivery(world, token, funder)
  return { transactions: 0, gas: max, calldata: 0 }
}

/** Joins a peer's token on both chains, the way CCIP's guide does. */
async function bridge(
  bench: Bench,
  token: Token | undefined,
  peer: keyof typeof peerTokens,
): Promise<BridgedToken> {
  if (token === undefined) throw new Error(`no token of ${peer}`)
  const { faucet, world } = bench
  const { home, spoke } = world
  await openActor(spoke, 'faucet')
  const contract = peerTokens[peer]
  const remote = await deployPeer(spoke, faucet, contract, [faucet.address, 0n])
  const ends = {
    home: {
      token: token.address,
      pool: await deployPool(bench, home, token.address),
    },
    spoke: { token: remote, pool: await deployPool(bench, spoke, remote) },
  }
  await allowMinting(bench, contract, ends.spoke)
  await register(bench, home, spoke, ends)
  await register(bench, spoke, home, ends)
  return ends
}

async function deployPool(
  { faucet }: Bench,
  chain: DevnetChain,
  token: Address,
): Promise<Address> {
  const release =
    chain.name === 'home' ? 'lockReleaseTokenPool' : 'burnMintTokenPool'
  const { rmnProxy, router } = chain.addresses
  return deploy(chain, faucet, await releaseArtifact(release), [
    token,
    18,
    [],
    rmnProxy,
    router,
  ])
}

async function allowMinting(
  { faucet, world }: Bench,
  contract: PeerContract,
  { token, pool }: BridgedToken['spoke'],
): Promise<void> {
  const { spoke } = world
  if (contract === 'SoladyToken') {
    const target = { address: token, abi: mintersAbi.SoladyToken }
    await transact(spoke, faucet, target, 'grantRoles', [pool, 1n])
  } else {
    const target = { address: token, abi: mintersAbi.OpenZeppelinToken }
    const role = keccak256(stringToHex('MINTER_ROLE'))
    await transact(spoke, faucet, target, 'grantRole', [role, pool])
  }
}

async function register(
  { faucet }: Bench,
  chain: DevnetChain,
  remote: DevnetChain,
  ends: BridgedToken,
): Promise<void> {
  const { token, pool } = tokenAt(ends, chain)
  const { registryModuleOwnerCustom, tokenAdminRegistry } = chain.addresses
  const module = { address: registryModuleOwnerCustom, abi: registryModuleAbi }
  const registry = { address: tokenAdminRegistry, abi: tokenAdminRegistryAbi }
  const poolTarget = { address: pool, abi: tokenPoolAbi }
  await transact(chain, faucet, module, 'registerAdminViaGetCCIPAdmin', [token])
  await transact(chain, faucet, registry, 'acceptAdminRole', [token])
  await transact(chain, faucet, registry, 'setPool', [token, pool])
  await transact(chain, faucet, poolTarget, 'applyChainUpdates', [
    [],
    [
      {
        remoteChainSelector: remote.selector,
        remotePoolAddresses: [encodeAddress(tokenAt(ends, remote).pool)],
        remoteTokenAddress: encodeAddress(tokenAt(ends, remote).token),
        outboundRateLimiterConfig: laneLimits.outbound,
        inboundRateLimiterConfig: laneLimits.inbound,
      },
    ],
  ])
}
