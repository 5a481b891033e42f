import {
  type Address,
  getAddress,
  isAddressEqual,
  parseAbi,
  parseEventLogs,
  size,
  slice,
  zeroAddress,
} from 'viem'
import { routerRampsAbi } from '../../rocketh/ccip-abis.ts'
import type { BridgeChain, BridgeEnd } from './network.ts'
import { readEnd } from './read.ts'

/** A rotation is ended while messages of an earlier pool are under way. */
export class MessagesUnderWayError extends Error {
  override readonly name = 'MessagesUnderWayError'
  readonly shortMessage: string
  readonly remedy =
    'Wait until they have arrived, execute failed ones by hand, then finish.'

  constructor(parameters: { chain: string; numbers: readonly bigint[] }) {
    const { chain, numbers } = parameters
    const shortMessage = `Messages ${numbers.join(', ')} of earlier pools of ${chain} have not arrived.`
    super(shortMessage)
    this.shortMessage = shortMessage
  }
}

/**
 * Finds the pools that came before the declared one: whatever the registry or a
 * far end still takes for the chain's pool. They are kept as retiring, so that
 * what they sent arrives; once finished, nothing names them any more.
 *
 * @param ends From `joinLanes`, with the new pool declared.
 * @param name The chain whose pool changes.
 * @returns The same ends, with the earlier pools retiring everywhere.
 */
export async function withRetiring(
  ends: readonly BridgeEnd[],
  name: string,
): Promise<BridgeEnd[]> {
  const end = ends.find(({ chain }) => chain.config.name === name)
  if (end === undefined)
    throw new Error(`${name} has no lanes: name a chain of config/bridge.ts`)
  const { chain } = end
  const [here, ...far] = await Promise.all([
    readEnd(end),
    ...ends.filter((other) => other !== end).map(readEnd),
  ])
  const named = far.flatMap(
    ({ remotes }) => remotes.get(chain.config.selector)?.pools ?? [],
  )
  const trusted = named
    .filter((remote) => size(remote) === 32)
    .map((remote) => getAddress(slice(remote, 12)))
  const earlier = [here.registry.tokenPool, ...trusted].filter(
    (pool) =>
      !isAddressEqual(pool, zeroAddress) && !isAddressEqual(pool, chain.pool),
  )
  const retiring = [...new Set(earlier)]
  const changed = { ...chain, retiring }
  return ends.map((other) =>
    other === end
      ? { ...end, chain: changed }
      : {
          ...other,
          views: other.views.map((view) =>
            view.remote.config.name === name
              ? { ...view, remote: changed }
              : view,
          ),
        },
  )
}

const sentAbi = parseAbi([
  'event LockedOrBurned(uint64 indexed remoteChainSelector, address token, address sender, uint256 amount)',
  'struct Header { bytes32 messageId; uint64 sourceChainSelector; uint64 destChainSelector; uint64 sequenceNumber; uint64 nonce; }',
  'struct TokenTransfer { address sourcePoolAddress; bytes destTokenAddress; bytes extraData; uint256 amount; bytes destExecData; }',
  'struct SentMessage { Header header; address sender; bytes data; bytes receiver; bytes extraArgs; address feeToken; uint256 feeTokenAmount; uint256 feeValueJuels; TokenTransfer[] tokenAmounts; }',
  'event CCIPMessageSent(uint64 indexed destChainSelector, uint64 indexed sequenceNumber, SentMessage message)',
])

const executionAbi = parseAbi([
  'function getExecutionState(uint64 sourceChainSelector, uint64 sequenceNumber) view returns (uint8)',
])

/** CCIP's number of a message that arrived. */
const arrived = 2

/**
 * Finds what a pool sent that has not arrived.
 *
 * @param chain The chain of the pool.
 * @param pool Which pool.
 * @param remote The far end.
 * @param fromBlock First block to search, one before the pool's deployment.
 * @returns Sequence numbers.
 */
export async function messagesUnderWay(
  chain: BridgeChain,
  pool: Address,
  remote: BridgeChain,
  fromBlock = 0n,
): Promise<bigint[]> {
  const offRamp = await offRampOf(remote, chain.config.selector)
  const locked = await chain.client.getContractEvents({
    address: pool,
    abi: sentAbi,
    eventName: 'LockedOrBurned',
    args: { remoteChainSelector: remote.config.selector },
    fromBlock,
  })
  const waiting: bigint[] = []
  for (const hash of new Set(
    locked.map(({ transactionHash }) => transactionHash),
  )) {
    const { logs } = await chain.client.getTransactionReceipt({ hash })
    const sent = parseEventLogs({
      abi: sentAbi,
      eventName: 'CCIPMessageSent',
      logs,
    })
    for (const { args } of sent) {
      const { destChainSelector, sequenceNumber, message } = args
      const ours = message.tokenAmounts.some(({ sourcePoolAddress }) =>
        isAddressEqual(sourcePoolAddress, pool),
      )
      if (!ours || destChainSelector !== remote.config.selector) continue
      const state = await remote.client.readContract({
        address: offRamp,
        abi: executionAbi,
        functionName: 'getExecutionState',
        args: [chain.config.selector, sequenceNumber],
      })
      if (state !== arrived) waiting.push(sequenceNumber)
    }
  }
  return waiting
}

/**
 * Makes sure that a rotation can be finished.
 *
 * @param ends With retiring pools, from {@link withRetiring}.
 * @param name The chain whose pool changed.
 * @throws {@link MessagesUnderWayError} while something of theirs is under way.
 */
export async function checkDrained(
  ends: readonly BridgeEnd[],
  name: string,
): Promise<void> {
  for (const { chain, views } of ends) {
    if (chain.config.name !== name) continue
    for (const pool of chain.retiring ?? [])
      for (const { remote } of views) {
        const numbers = await messagesUnderWay(chain, pool, remote)
        if (numbers.length > 0)
          throw new MessagesUnderWayError({ chain: name, numbers })
      }
  }
}

async function offRampOf(
  { client, config }: BridgeChain,
  selector: bigint,
): Promise<Address> {
  const all = await client.readContract({
    address: config.router,
    abi: routerRampsAbi,
    functionName: 'getOffRamps',
  })
  const found = all.find(
    ({ sourceChainSelector }) => sourceChainSelector === selector,
  )
  if (found !== undefined) return found.offRamp
  throw new Error(
    `${config.name} takes nothing from chain ${selector}: ask Chainlink for the lane`,
  )
}
