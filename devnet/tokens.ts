import hre from 'hardhat'
import { type Address, type Hex, keccak256, parseAbi, toHex } from 'viem'
import { operator } from '../config/devnet.ts'
import type { Artifact } from '../rocketh/ccip-releases.ts'
import type { DevnetChain } from './network.ts'
import { callAsOperator, deployAsOperator } from './operator.ts'

const shared = '@chainlink/contracts/src/v0.8/shared'
const vendor = '@chainlink/contracts/src/v0.8/vendor'

/** Fully qualified: several packages hold contracts of these names. */
const sources = {
  link: `${shared}/token/ERC677/LinkToken.sol:LinkToken`,
  weth: `${vendor}/canonical-weth/WETH9.sol:WETH9`,
  usdc: 'devnet/contracts/UsdCoin.sol:UsdCoin',
  syntheticOpen: 'devnet/contracts/SyntheticOpen.sol:SyntheticOpen',
  feed: `${shared}/mocks/MockV3Aggregator.sol:MockV3Aggregator`,
} as const

/** Answers that the feeds start with, in USD with {@link feedDecimals}. */
export const startingPrices = {
  ethUsd: 3_000_00000000n,
  linkUsd: 15_00000000n,
  usdcUsd: 1_00000000n,
} as const

export type Feed = keyof typeof startingPrices
export const feeds = Object.keys(startingPrices) as readonly Feed[]

export const feedDecimals = 8

/** A proxy's round id carries the aggregator's phase in its upper bits. */
const firstRound = (1n << 64n) + 1n

export const feedAbi = parseAbi([
  'function decimals() view returns (uint8)',
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
  'function updateRoundData(uint80 roundId, int256 answer, uint256 timestamp, uint256 startedAt)',
])

/**
 * Openmesh's earlier OPEN on Sepolia, which sOPEN asks to mint when it is
 * burned. As on Ethereum, nothing stands there.
 */
const earlierOpen: Address = '0x8477e2f07E6EB061027Bb15F703183453b776481'

const mintRole = keccak256(toHex('MINT'))

const mintAbi = parseAbi([
  'function mint(address to, uint256 amount)',
  'function grantMintRole(address minter)',
  'function grantRole(bytes32 role, address account)',
])

/**
 * Deploys LINK, wrapped ether, the stand-ins of USDC and sOPEN and the price
 * feeds.
 *
 * @param chain - A chain on which the operator has sent nothing yet.
 */
export async function deployTokens(chain: DevnetChain): Promise<void> {
  await deployAsOperator(chain, 'link', await artifact(sources.link))
  await deployAsOperator(chain, 'wrappedNative', await artifact(sources.weth))
  await deployAsOperator(chain, 'usdc', await artifact(sources.usdc))
  await deployAsOperator(
    chain,
    'syntheticOpen',
    await artifact(sources.syntheticOpen),
    [earlierOpen, operator],
  )
  const aggregator = await artifact(sources.feed)
  for (const feed of feeds) {
    const args = [feedDecimals, startingPrices[feed]]
    await deployAsOperator(chain, feed, aggregator, args)
  }
}

/**
 * Lets the operator mint LINK and sOPEN. Apart from the deployment, whose
 * nonces are counted.
 *
 * @param chain - A chain with both.
 */
export async function openFaucets(chain: DevnetChain): Promise<void> {
  await callAsOperator(chain, {
    to: chain.addresses.link,
    abi: mintAbi,
    functionName: 'grantMintRole',
    args: [operator],
  })
  await callAsOperator(chain, {
    to: chain.addresses.syntheticOpen,
    abi: mintAbi,
    functionName: 'grantRole',
    args: [mintRole, operator],
  })
}

/**
 * Gives test money.
 *
 * @param chain - Where.
 * @param token - LINK and sOPEN have 18 decimals, USDC's stand-in has 6.
 * @param to - Who gets it.
 * @param amount - How much, in the token's smallest unit.
 */
export async function mintTestToken(
  chain: DevnetChain,
  token: 'link' | 'usdc' | 'syntheticOpen',
  to: Address,
  amount: bigint,
): Promise<void> {
  await callAsOperator(chain, {
    to: chain.addresses[token],
    abi: mintAbi,
    functionName: 'mint',
    args: [to, amount],
  })
}

/**
 * Publishes the next round of a feed.
 *
 * @param chain - Where.
 * @param feed - Which.
 * @param timestamp - When, in seconds; not later than the next block.
 * @param answer - USD with {@link feedDecimals}; the last one when left out.
 */
export async function updateFeed(
  chain: DevnetChain,
  feed: Feed,
  timestamp: bigint,
  answer?: bigint,
): Promise<void> {
  const address = chain.addresses[feed]
  const [lastRound, lastAnswer] = await chain.client.readContract({
    address,
    abi: feedAbi,
    functionName: 'latestRoundData',
  })
  const round = lastRound < firstRound ? firstRound : lastRound + 1n
  await callAsOperator(chain, {
    to: address,
    abi: feedAbi,
    functionName: 'updateRoundData',
    args: [round, answer ?? lastAnswer, timestamp, timestamp],
  })
}

async function artifact(name: string): Promise<Artifact> {
  const { abi, bytecode } = await hre.artifacts.readArtifact(name)
  return { abi: abi as Artifact['abi'], bytecode: bytecode as Hex }
}
