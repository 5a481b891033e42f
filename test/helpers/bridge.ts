import hre from 'hardhat'
import {
  type Abi,
  type Address,
  encodeDeployData,
  erc20Abi,
  getAddress,
  type Hex,
  maxUint256,
  parseEther,
} from 'viem'
import type { Devnet, DevnetChain, DevnetWallet } from '../../devnet/index.ts'
import {
  type BridgedToken,
  type TokenEnd,
  tokenAt,
} from '../../devnet/measure-delivery.ts'
import {
  registryModuleAbi,
  tokenAdminRegistryAbi,
  tokenPoolAbi,
} from '../../rocketh/ccip-abis.ts'
import { encodeAddress } from '../../rocketh/ccip-encoding.ts'
import { releaseArtifact } from '../../rocketh/ccip-releases.ts'
import {
  bridgedOpenTokenAbi as bridgedAbi,
  lockLedgerAbi,
  openTokenAbi,
} from '../../typechain-types/index.ts'

export const limits = {
  outbound: {
    isEnabled: true,
    capacity: parseEther('1000'),
    rate: parseEther('1'),
  },
  inbound: {
    isEnabled: true,
    capacity: parseEther('1100'),
    rate: parseEther('1.1'),
  },
} as const

/** Above the lane's limit, which is what tests run into. */
export const dailyMint = parseEther('1000000')

/**
 * Deploys OPEN and its pools on all chains and joins home with each spoke. The
 * admin stands in for the timelock and the allocation: it owns everything.
 */
export async function bridgeOpen(
  devnet: Devnet,
  adminIndex = 0,
): Promise<BridgedToken> {
  const { home } = devnet
  const admin = home.wallet(adminIndex)
  const owner = admin.account.address

  const token = await deploy(home, admin, 'OpenToken', [owner, owner])
  const ledger = await deploy(home, admin, 'LockLedger', [token, owner])
  const pool = await deploy(home, admin, 'OpenLockPool', [
    token,
    ledger,
    home.addresses.rmnProxy,
    home.addresses.router,
  ])
  await write(home, admin, token, openTokenAbi, 'addPool', [pool])
  await write(home, admin, ledger, lockLedgerAbi, 'nominate', [pool])

  const spokes = devnet.chains.filter((chain) => chain !== home)
  const ends: [string, TokenEnd][] = [['home', { token, pool }]]
  for (const spoke of spokes)
    ends.push([spoke.name, await deploySpoke(spoke, spoke.wallet(adminIndex))])
  const bridged = Object.fromEntries(ends) as unknown as BridgedToken
  for (const chain of devnet.chains) {
    const remotes = chain === home ? spokes : [home]
    await register(chain, remotes, chain.wallet(adminIndex), bridged)
  }
  // A new minter's budget starts empty: an hour is worth forty times the lane's limit.
  await devnet.advance(3_600n)
  return bridged
}

async function deploySpoke(
  spoke: DevnetChain,
  admin: DevnetWallet,
): Promise<TokenEnd> {
  const owner = admin.account.address
  const token = await deploy(spoke, admin, 'BridgedOpenToken', [owner])
  const pool = await deploySpokePool(spoke, admin, token)
  const minting = [pool, dailyMint] as const
  await write(spoke, admin, token, bridgedAbi, 'setMinter', minting)
  await write(spoke, admin, token, bridgedAbi, 'setBurner', [pool, true])
  return { token, pool }
}

/** Chainlink's release, owned by whoever deploys it. */
export async function deploySpokePool(
  spoke: DevnetChain,
  admin: DevnetWallet,
  token: Address,
): Promise<Address> {
  const release = await releaseArtifact('burnMintTokenPool')
  const { rmnProxy, router } = spoke.addresses
  return deployArtifact(spoke, admin, release, [
    token,
    18,
    [],
    rmnProxy,
    router,
  ])
}

async function register(
  chain: DevnetChain,
  remotes: readonly DevnetChain[],
  admin: DevnetWallet,
  bridged: BridgedToken,
): Promise<void> {
  const { token, pool } = tokenAt(bridged, chain)
  const { registryModuleOwnerCustom, tokenAdminRegistry } = chain.addresses
  await write(
    chain,
    admin,
    registryModuleOwnerCustom,
    registryModuleAbi,
    'registerAdminViaGetCCIPAdmin',
    [token],
  )
  const registry = tokenAdminRegistryAbi
  await write(chain, admin, tokenAdminRegistry, registry, 'acceptAdminRole', [
    token,
  ])
  await write(chain, admin, tokenAdminRegistry, registry, 'setPool', [
    token,
    pool,
  ])
  await write(chain, admin, pool, tokenPoolAbi, 'applyChainUpdates', [
    [],
    remotes.map((remote) => {
      const far = tokenAt(bridged, remote)
      return {
        remoteChainSelector: remote.selector,
        remotePoolAddresses: [encodeAddress(far.pool)],
        remoteTokenAddress: encodeAddress(far.token),
        outboundRateLimiterConfig: limits.outbound,
        inboundRateLimiterConfig: limits.inbound,
      }
    }),
  ])
}

/** Lets the Router take the wallet's OPEN. */
export async function approveRouter(
  chain: DevnetChain,
  wallet: DevnetWallet,
  bridged: BridgedToken,
): Promise<void> {
  const { token } = tokenAt(bridged, chain)
  const allowance = [chain.addresses.router, maxUint256]
  await write(chain, wallet, token, erc20Abi, 'approve', allowance)
}

export async function deploy(
  chain: DevnetChain,
  wallet: DevnetWallet,
  name: string,
  args: readonly unknown[],
): Promise<Address> {
  const artifact = await hre.artifacts.readArtifact(name)
  return deployArtifact(
    chain,
    wallet,
    { abi: artifact.abi as Abi, bytecode: artifact.bytecode as Hex },
    args,
  )
}

export async function deployArtifact(
  chain: DevnetChain,
  wallet: DevnetWallet,
  artifact: { abi: Abi; bytecode: Hex },
  args: readonly unknown[],
): Promise<Address> {
  const data = encodeDeployData({ ...artifact, args })
  const hash = await wallet.sendTransaction({ chain: chain.chain, data })
  const receipt = await chain.client.waitForTransactionReceipt({ hash })
  if (!receipt.contractAddress) throw new Error('Nothing was deployed')
  return getAddress(receipt.contractAddress)
}

/** Sends a call that must succeed. */
export async function write(
  chain: DevnetChain,
  wallet: DevnetWallet,
  address: Address,
  abi: Abi,
  functionName: string,
  args: readonly unknown[],
): Promise<void> {
  const { request } = await chain.client.simulateContract({
    account: wallet.account,
    address,
    abi,
    functionName,
    args,
  })
  const hash = await wallet.writeContract(request)
  await chain.client.waitForTransactionReceipt({ hash })
}
