import { encodeAddress } from '../../rocketh/ccip-encoding.ts'
import { releaseAbi } from '../../rocketh/ccip-releases.ts'
import type { DevnetChain } from '../network.ts'
import { callAsOperator } from '../operator.ts'
import { rmnAbi } from './abis.ts'
import { curseSubject } from './encoding.ts'

/** One direction between two chains. */
export interface Lane {
  readonly source: DevnetChain
  readonly destination: DevnetChain
}

/**
 * Opens a lane: the source's Router sends through its OnRamp, the
 * destination's takes from its OffRamp.
 *
 * @param lane - Which.
 */
export async function openLane({ source, destination }: Lane): Promise<void> {
  const router = await releaseAbi('router')
  const offRamp = await releaseAbi('offRamp')
  await callAsOperator(source, {
    to: source.addresses.router,
    abi: router,
    functionName: 'applyRampUpdates',
    args: [
      [
        {
          destChainSelector: destination.selector,
          onRamp: source.addresses.onRamp,
        },
      ],
      [],
      [],
    ],
  })
  await callAsOperator(destination, {
    to: destination.addresses.router,
    abi: router,
    functionName: 'applyRampUpdates',
    args: [
      [],
      [],
      [
        {
          sourceChainSelector: source.selector,
          offRamp: destination.addresses.offRamp,
        },
      ],
    ],
  })
  await callAsOperator(destination, {
    to: destination.addresses.offRamp,
    abi: offRamp,
    functionName: 'applySourceChainConfigUpdates',
    args: [
      [
        {
          router: destination.addresses.router,
          sourceChainSelector: source.selector,
          isEnabled: true,
          isRMNVerificationDisabled: !destination.blessed,
          onRamp: encodeAddress(source.addresses.onRamp),
        },
      ],
    ],
  })
}

/**
 * Plays CCIP's emergency stop on one chain, towards and from another.
 *
 * @param chain - The chain that stops.
 * @param selector - The chain that it no longer trusts.
 */
export async function curse(
  chain: DevnetChain,
  selector: bigint,
): Promise<void> {
  await setCurse(chain, selector, 'curse')
}

/**
 * Ends what {@link curse} began.
 *
 * @param chain - The chain that stopped.
 * @param selector - The chain that it trusts again.
 */
export async function uncurse(
  chain: DevnetChain,
  selector: bigint,
): Promise<void> {
  await setCurse(chain, selector, 'uncurse')
}

async function setCurse(
  chain: DevnetChain,
  selector: bigint,
  functionName: 'curse' | 'uncurse',
): Promise<void> {
  await callAsOperator(chain, {
    to: chain.addresses.rmnRemote,
    abi: rmnAbi,
    functionName,
    args: [curseSubject(selector)],
  })
}
