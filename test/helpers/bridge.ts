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
import type { BridgedToken } from '../../devnet/measure-delivery.ts'
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
const dailyMint = parseEther('1000000')

/**
 * Deploys OPEN and its pools on both chains and joins them. The admin stands
 * in for the timelock and the allocation: it owns everything.
 */
export async function bridgeOpen(
  devnet: Devnet,
  adminIndex = 0,
): Promise<BridgedToken> {
  const { home, spoke } = devnet
  const admin = {
    home: home.wallet(adminIndex),
    spoke: spoke.wallet(adminIndex),
  }
  const owner = admin.home.account.address

  const token = await deploy(home, admin.home, 'OpenToken', [owner, owner])
  const ledger = await deploy(home, admin.home, 'LockLedger', [token, owner])
  const pool = await deploy(home, admin.home, 'OpenLockPool', [
    token,
    ledger,
    home.addresses.rmnProxy,
    home.addresses.router,
  ])
  await write(home, admin.home, token, openTokenAbi, 'addPool', [pool])
  await write(home, admin.home, ledger, lockLedgerAbi, 'nominate', [pool])

  const spokeToken = await deploy(spoke, admin.spoke, 'BridgedOpenToken', [
    owner,
  ])
  const release = await releaseArtifact('burnMintTokenPool')
  const spokePool = await deployArtifact(spoke, admin.spoke, release, [
    spokeToken,
    18,
    [],
    spoke.addresses.rmnProxy,
    spoke.addresses.router,
  ])
  const minting = [spokePool, dailyMint] as const
  await write(spoke, admin.spoke, spokeToken, bridgedAbi, 'setMinter', minting)
  const burning = [spokePool, true] as const
  await write(spoke, admin.spoke, spokeToken, bridgedAbi, 'setBurner', burning)

  const bridged = {
    home: { token, pool },
    spoke: { token: spokeToken, pool: spokePool },
  }
  await register(home, spoke, admin.home, bridged)
  await register(spoke, home, admin.spoke, bridged)
  // A new minter's budget starts empty: an hour is worth forty times the lane's limit.
  await devnet.advance(3_600n)
  return bridged
}

async function register(
  chain: DevnetChain,
  remote: DevnetChain,
  admin: DevnetWallet,
  bridged: BridgedToken,
): Promise<void> {
  const { token, pool } = bridged[chain.name]
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
    [
      {
        remoteChainSelector: remote.selector,
        remotePoolAddresses: [encodeAddress(bridged[remote.name].pool)],
        remoteTokenAddress: encodeAddress(bridged[remote.name].token),
        outboundRateLimiterConfig: limits.outbound,
        inboundRateLimiterConfig: limits.inbound,
      },
    ],
  ])
}

/** Lets the Router take the wallet's OPEN. */
export async function approveRouter(
  chain: DevnetChain,
  wallet: DevnetWallet,
  bridged: BridgedToken,
): Promise<void> {
  const { token } = bridged[chain.name]
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
