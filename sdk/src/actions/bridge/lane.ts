import { type Address, zeroAddress } from 'viem'
import { ccipOnRampAbi, ccipPoolAbi, ccipRouterAbi } from '../../abis/ccip.ts'
import { openTokenOf } from '../../contracts.ts'
import { expectedError } from '../../errors/decode.ts'
import { read } from '../../internal/read.ts'
import type { Contracts, ReadClient } from '../../types.ts'

/** A way to another chain, as this end knows it. */
export interface Lane {
  /** Emits what is sent. */
  onRamp: Address
}

/**
 * Makes sure that a lane carries an amount of OPEN now: CCIP itself says so
 * only after it took the tokens, which needs the approval.
 *
 * @throws OpenmeshError `UnsupportedDestinationChain`, `UnsupportedToken`,
 * `ChainNotAllowed`, `TokenMaxCapacityExceeded`, `TokenRateLimitReached`.
 */
export async function openLane(
  client: ReadClient,
  contracts: Contracts,
  selector: bigint,
  amount: bigint,
): Promise<Lane> {
  const token = openTokenOf(contracts)
  const onRamp = await read(client, {
    address: contracts.ccipRouter,
    abi: ccipRouterAbi,
    functionName: 'getOnRamp',
    args: [selector],
  })
  if (onRamp === zeroAddress)
    throw expectedError('UnsupportedDestinationChain', [selector])
  const pool = await read(client, {
    address: onRamp,
    abi: ccipOnRampAbi,
    functionName: 'getPoolBySourceToken',
    args: [selector, token],
  })
  if (pool === zeroAddress) throw expectedError('UnsupportedToken', [token])
  await checkPool(client, { pool, token, selector, amount })
  return { onRamp }
}

async function checkPool(
  client: ReadClient,
  parameters: {
    pool: Address
    token: Address
    selector: bigint
    amount: bigint
  },
): Promise<void> {
  const { amount, pool, selector, token } = parameters
  const about = { address: pool, abi: ccipPoolAbi, args: [selector] } as const
  const [isSupported, bucket] = await Promise.all([
    read(client, { ...about, functionName: 'isSupportedChain' }),
    read(client, {
      ...about,
      functionName: 'getCurrentOutboundRateLimiterState',
    }),
  ])
  if (!isSupported) throw expectedError('ChainNotAllowed', [selector])
  if (!bucket.isEnabled) return
  const { capacity, rate, tokens } = bucket
  if (amount > capacity)
    throw expectedError('TokenMaxCapacityExceeded', [capacity, amount, token])
  if (amount > tokens) {
    const wait = (amount - tokens + rate - 1n) / rate
    throw expectedError('TokenRateLimitReached', [wait, tokens, token])
  }
}
