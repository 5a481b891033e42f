import type { Artifact } from '@rocketh/core/types'
import {
  type Abi,
  type Address,
  concatHex,
  encodeDeployData,
  encodePacked,
  getContractAddress,
  getCreate2Address,
  type Hex,
  keccak256,
  toHex,
} from 'viem'
import type { Environment } from './deploy.ts'

/** What is deployed to a predicted address on the home chain. */
export const predictedAtHome = [
  'OpenToken',
  'OpenTimelock',
  'TokenAllocation',
  'VestingFactory',
  'MerkleClaims',
  'SyntheticRedemption',
  'PriceOracle',
  'XnodeOne',
  'XnodeSale',
  'XnodeVouchers',
  'XnodeRegistry',
  'XnodeRevenue',
  'XnodeRenderer',
  'SlashVault',
  'ValidatorStaking',
  'Accountability',
  'RewardStream',
  'OpenGovernor',
  'StandardActions',
  'CouncilGuard',
  'VoteRelay',
  'GovernanceLens',
  'LockLedger',
  'LaneGuard',
] as const

/** Names under which contracts are deployed; each has one predicted address per deployer. */
export type PredictedName =
  | (typeof predictedAtHome)[number]
  | 'BridgedOpenToken'

const saltOf = (name: PredictedName): Hex =>
  keccak256(toHex(`openmesh.${name}`))

/**
 * The address a contract will have on this chain. CREATE3: it depends on the
 * deployer and the name alone, not on code or arguments, so contracts can know
 * each other in circles. The factory binds the salt to its caller: nobody else
 * can take the address.
 */
export function predict(
  { network, namedAccounts }: Environment,
  name: PredictedName,
): Address {
  const { deterministicDeployment } = network
  if (
    !('create3' in deterministicDeployment) ||
    !deterministicDeployment.create3
  )
    throw new Error(
      `no CREATE3 factory is configured for chain ${network.chain.id}: name one in rocketh/config.ts`,
    )
  const { factory, proxyBytecode } = deterministicDeployment.create3
  const salt = keccak256(
    encodePacked(
      ['address', 'bytes32'],
      [namedAccounts.deployer, saltOf(name)],
    ),
  )
  const proxy = getCreate2Address({
    from: factory,
    salt,
    bytecode: proxyBytecode,
  })
  return getContractAddress({ from: proxy, nonce: 1n })
}

/**
 * Deploys to the predicted address, or records what already stands there.
 *
 * @returns The deployment, as hardhat-deploy records it.
 */
export async function deployPredicted(
  env: Environment,
  name: PredictedName,
  artifact: Artifact<Abi>,
  args: readonly unknown[],
) {
  const address = predict(env, name)
  const code = await env.viem.publicClient.getCode({ address })
  if (code !== undefined) {
    const known = env.getOrNull(name)
    if (known) return known
    const data = encodeDeployData({ abi: artifact.abi, bytecode: '0x', args })
    return env.save(
      name,
      { ...artifact, address, argsData: concatHex([data]) },
      { doNotCountAsNewDeployment: true },
    )
  }
  const deployment = await env.deploy(
    name,
    { account: env.namedAccounts.deployer, artifact, args },
    { deterministic: { type: 'create3', salt: saltOf(name) } },
  )
  if (deployment.address.toLowerCase() !== address.toLowerCase())
    throw new Error(
      `${name} was deployed to ${deployment.address}, predicted was ${address}: stop, its counterparts were given the predicted one`,
    )
  return deployment
}
