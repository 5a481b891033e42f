import { toHex } from 'viem'
import { usdPerCoin, usdPerUnitGas } from './ccip/constants.ts'
import type { DevnetChain } from './network.ts'
import { commitPrices } from './relayer/commit.ts'
import { feedAbi, feeds, updateFeed } from './tokens.ts'

/**
 * Moves all chains to the same later instant, and publishes fresh prices
 * there, so that neither CCIP nor a feed is stale.
 *
 * @param chains - All of them.
 * @param seconds - How far, from the chain that is furthest.
 * @returns The instant, as a timestamp in seconds.
 */
export async function advance(
  chains: readonly DevnetChain[],
  seconds: bigint,
): Promise<bigint> {
  let now = 0n
  for (const chain of chains) {
    const timestamp = await nextTimestamp(chain)
    if (timestamp > now) now = timestamp
  }
  const target = now + seconds
  await Promise.all(chains.map((chain) => mineAt(chain, target)))
  await refreshPrices(chains, target)
  return target
}

/**
 * Publishes all prices anew: each feed's next round with its last answer, and
 * what CCIP charges by.
 *
 * @param chains - All of them.
 * @param timestamp - Of the rounds, in seconds; each chain's now if absent.
 */
export async function refreshPrices(
  chains: readonly DevnetChain[],
  timestamp?: bigint,
): Promise<void> {
  await Promise.all(
    chains.map(async (chain) => {
      const now = timestamp ?? (await nextTimestamp(chain))
      await refreshChain(chain, chains, now)
    }),
  )
}

/** Age at which a devnet that is left alone renews its prices. */
const maxPriceAgeSeconds = 600n

/**
 * Publishes all prices anew if those of a chain are getting old, because real
 * time has passed or somebody moved that chain's clock.
 *
 * @param chains - All of them.
 */
export async function renewPrices(
  chains: readonly DevnetChain[],
): Promise<void> {
  const ages = await Promise.all(chains.map(priceAge))
  if (ages.some((age) => age > maxPriceAgeSeconds)) await refreshPrices(chains)
}

async function priceAge(chain: DevnetChain): Promise<bigint> {
  const [, , , updatedAt] = await chain.client.readContract({
    address: chain.addresses.ethUsd,
    abi: feedAbi,
    functionName: 'latestRoundData',
  })
  return (await nextTimestamp(chain)) - updatedAt
}

async function refreshChain(
  chain: DevnetChain,
  chains: readonly DevnetChain[],
  timestamp: bigint,
): Promise<void> {
  for (const feed of feeds) await updateFeed(chain, feed, timestamp)
  await commitPrices(chain, {
    tokenPriceUpdates: [
      { sourceToken: chain.addresses.link, usdPerToken: usdPerCoin.link },
      {
        sourceToken: chain.addresses.wrappedNative,
        usdPerToken: usdPerCoin.wrappedNative,
      },
    ],
    gasPriceUpdates: chains
      .filter((other) => other !== chain)
      .map(({ selector }) => ({ destChainSelector: selector, usdPerUnitGas })),
  })
}

/**
 * Makes sure that the chain's next block is later than an instant on another
 * chain: CCIP's SDK does not find a commit that is older than its message.
 *
 * @param chain - The destination.
 * @param timestamp - When the message was sent, in seconds.
 */
export async function catchUp(
  chain: DevnetChain,
  timestamp: bigint,
): Promise<void> {
  if ((await nextTimestamp(chain)) > timestamp) return
  await setNextTimestamp(chain, timestamp + 1n)
}

/** Idle seconds count: the pending block has the time, the last one had it. */
async function nextTimestamp(chain: DevnetChain): Promise<bigint> {
  const block = await chain.client.getBlock({ blockTag: 'pending' })
  return block.timestamp
}

async function mineAt(chain: DevnetChain, timestamp: bigint): Promise<void> {
  await setNextTimestamp(chain, timestamp)
  await chain.rpc('evm_mine')
}

async function setNextTimestamp(
  chain: DevnetChain,
  timestamp: bigint,
): Promise<void> {
  await chain.rpc('evm_setNextBlockTimestamp', [toHex(timestamp)])
}
