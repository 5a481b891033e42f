import { zeroAddress } from 'viem'
import { operator } from '../../config/devnet.ts'
import {
  type Release,
  releaseAbi,
  releaseArtifact,
} from '../../rocketh/ccip-releases.ts'
import type { DevnetChain } from '../network.ts'
import { callAsOperator, deployAsOperator } from '../operator.ts'
import {
  configDigest,
  destChainConfig,
  faultTolerance,
  manualExecutionDelay,
  oracles,
  priceLifetime,
  riskManagers,
  rmnHomeDigest,
} from './constants.ts'

/**
 * Deploys and configures CCIP 1.6 on a chain that has LINK and wrapped ether.
 *
 * @param chain - Where.
 * @param destinations - Selectors of the chains that it will send to.
 */
export async function deployCcip(
  chain: DevnetChain,
  destinations: readonly bigint[],
): Promise<void> {
  for (const [name, args] of constructors(chain, destinations)) {
    await deployAsOperator(chain, name, await releaseArtifact(name), args)
  }
  await configure(chain)
}

type CcipContract = Exclude<
  Release,
  'burnMintTokenPool' | 'lockReleaseTokenPool' | 'messageHasher'
>

function constructors(
  { addresses: at, selector }: DevnetChain,
  destinations: readonly bigint[],
): [CcipContract, readonly unknown[]][] {
  return [
    ['rmnRemote', [selector, zeroAddress]],
    ['rmnProxy', [at.rmnRemote]],
    ['router', [at.wrappedNative, at.rmnProxy]],
    ['tokenAdminRegistry', []],
    ['registryModuleOwnerCustom', [at.tokenAdminRegistry]],
    ['nonceManager', [[at.onRamp, at.offRamp]]],
    [
      'feeQuoter',
      [
        {
          maxFeeJuelsPerMsg: 10n ** 21n,
          linkToken: at.link,
          tokenPriceStalenessThreshold: priceLifetime,
        },
        [at.offRamp],
        [at.link, at.wrappedNative],
        [],
        [],
        [
          // Paying in LINK is a tenth cheaper, as on mainnet.
          { token: at.link, premiumMultiplierWeiPerEth: 9n * 10n ** 17n },
          { token: at.wrappedNative, premiumMultiplierWeiPerEth: 10n ** 18n },
        ],
        destinations.map((destChainSelector) => ({
          destChainSelector,
          destChainConfig,
        })),
      ],
    ],
    [
      'onRamp',
      [
        {
          chainSelector: selector,
          rmnRemote: at.rmnProxy,
          nonceManager: at.nonceManager,
          tokenAdminRegistry: at.tokenAdminRegistry,
        },
        {
          feeQuoter: at.feeQuoter,
          reentrancyGuardEntered: false,
          messageInterceptor: zeroAddress,
          feeAggregator: operator,
          allowlistAdmin: zeroAddress,
        },
        destinations.map((destChainSelector) => ({
          destChainSelector,
          router: at.router,
          allowlistEnabled: false,
        })),
      ],
    ],
    [
      'offRamp',
      [
        {
          chainSelector: selector,
          gasForCallExactCheck: 5000,
          rmnRemote: at.rmnProxy,
          tokenAdminRegistry: at.tokenAdminRegistry,
          nonceManager: at.nonceManager,
        },
        {
          feeQuoter: at.feeQuoter,
          permissionLessExecutionThresholdSeconds: manualExecutionDelay,
          messageInterceptor: zeroAddress,
        },
        [],
      ],
    ],
  ]
}

async function configure(chain: DevnetChain): Promise<void> {
  const at = chain.addresses
  const call = async (
    name: CcipContract,
    functionName: string,
    args: readonly unknown[],
  ) =>
    callAsOperator(chain, {
      to: at[name],
      abi: await releaseAbi(name),
      functionName,
      args,
    })

  await call('tokenAdminRegistry', 'addRegistryModule', [
    at.registryModuleOwnerCustom,
  ])
  await call('offRamp', 'setOCR3Configs', [
    [
      {
        configDigest: configDigest.commit,
        ocrPluginType: 0,
        F: faultTolerance,
        isSignatureVerificationEnabled: true,
        signers: oracles.map(({ address }) => address),
        transmitters: [operator],
      },
      {
        configDigest: configDigest.execute,
        ocrPluginType: 1,
        F: faultTolerance,
        isSignatureVerificationEnabled: false,
        signers: [],
        transmitters: [operator],
      },
    ],
  ])
  await call('rmnRemote', 'setConfig', [
    {
      rmnHomeContractConfigDigest: rmnHomeDigest,
      signers: riskManagers.map(({ address }, index) => ({
        onchainPublicKey: address,
        nodeIndex: BigInt(index),
      })),
      fSign: BigInt(faultTolerance),
    },
  ])
}
