import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Abi, Hex } from 'viem'

export interface Artifact {
  readonly abi: Abi
  readonly bytecode: Hex
}

const root = dirname(
  createRequire(import.meta.url).resolve(
    '@chainlink/contracts-ccip/package.json',
  ),
)

/** The releases that run on public CCIP 1.6 lanes. */
export const releases = {
  rmnRemote: 'v1_6_0/rmn_remote',
  rmnProxy: 'v1_0_0/rmn_proxy_contract',
  router: 'v1_2_0/router',
  tokenAdminRegistry: 'v1_5_0/token_admin_registry',
  registryModuleOwnerCustom: 'v1_6_0/registry_module_owner_custom',
  nonceManager: 'v1_6_0/nonce_manager',
  feeQuoter: 'v1_6_3/fee_quoter',
  onRamp: 'v1_6_0/onramp',
  offRamp: 'v1_6_0/offramp',
  burnMintTokenPool: 'v1_6_1/burn_mint_token_pool',
  lockReleaseTokenPool: 'v1_6_1/lock_release_token_pool',
  messageHasher: 'v1_6_0/message_hasher',
} as const

export type Release = keyof typeof releases

/**
 * Reads the ABI of a release.
 *
 * @param name - Which contract.
 * @returns Its whole ABI, errors included.
 */
export async function releaseAbi(name: Release): Promise<Abi> {
  const path = join(root, 'abi', `${releases[name]}.json`)
  return JSON.parse(await readFile(path, 'utf8'))
}

/**
 * Reads the audited release bytecode of a CCIP contract from Chainlink's
 * package. The core is never compiled here: compiled by us it would be other
 * bytes than those on public chains.
 *
 * @param name - Which contract.
 * @returns ABI and creation bytecode.
 */
export async function releaseArtifact(name: Release): Promise<Artifact> {
  const path = join(root, 'bytecode', `${releases[name]}.bin`)
  const [abi, bytecode] = await Promise.all([
    releaseAbi(name),
    readFile(path, 'utf8'),
  ])
  return { abi, bytecode: bytecode.trim() as Hex }
}
