import type { AbiParameterToPrimitiveType, ExtractAbiFunction } from 'abitype'
import {
  concat,
  encodeAbiParameters,
  getAbiItem,
  type Hex,
  keccak256,
  pad,
  parseSignature,
  toHex,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { encodeAddress } from '../../rocketh/ccip-encoding.ts'
import { commitReportAbi, offRampAbi, rmnReportAbi } from '../ccip/abis.ts'
import {
  configDigest,
  faultTolerance,
  oracles,
  riskManagers,
  rmnHomeDigest,
} from '../ccip/constants.ts'
import type { Lane } from '../ccip/lane.ts'
import type { DevnetChain } from '../network.ts'
import { callAsOperator } from '../operator.ts'
import { createMerkleTree, type MerkleTree } from './merkle.ts'
import { hashMessage, type Message } from './messages.ts'

type CommitReport = AbiParameterToPrimitiveType<
  ExtractAbiFunction<typeof commitReportAbi, 'report'>['inputs'][0]
>
type MerkleRoot = CommitReport['blessedMerkleRoots'][number]
type RmnSignature = CommitReport['rmnSignatures'][number]
export type PriceUpdates = CommitReport['priceUpdates']

const commitReport = getAbiItem({ abi: commitReportAbi, name: 'report' }).inputs
const rmnReport = getAbiItem({ abi: rmnReportAbi, name: 'report' }).inputs

const noPrices: PriceUpdates = { tokenPriceUpdates: [], gasPriceUpdates: [] }

/** What tests get wrong on purpose. */
export interface CommitFaults {
  /** How many oracles sign; one more than tolerated faults when left out. */
  readonly signatures?: number
  /** Who signs instead of the oracles. */
  readonly signers?: readonly PrivateKeyAccount[]
  /** A root other than that of the messages. */
  readonly root?: Hex
  /** Whether the risk management network keeps silent. */
  readonly unblessed?: true
}

/**
 * Commits messages of a lane on its destination, as the oracle network does.
 *
 * @param lane - Which.
 * @param messages - Consecutive, beginning with the next one to commit.
 * @param faults - For tests.
 * @returns The committed tree.
 */
export async function commitMessages(
  lane: Lane,
  messages: readonly Message[],
  faults: CommitFaults = {},
): Promise<MerkleTree> {
  const { source, destination } = lane
  const tree = treeOf(lane, messages)
  const [first, last] = [messages[0], messages.at(-1)]
  if (first === undefined || last === undefined) return tree
  const root: MerkleRoot = {
    sourceChainSelector: source.selector,
    onRampAddress: encodeAddress(source.addresses.onRamp),
    minSeqNr: first.header.sequenceNumber,
    maxSeqNr: last.header.sequenceNumber,
    merkleRoot: faults.root ?? tree.root,
  }
  const blessed = destination.blessed && !faults.unblessed
  await transmit(
    destination,
    {
      priceUpdates: noPrices,
      blessedMerkleRoots: blessed ? [root] : [],
      unblessedMerkleRoots: blessed ? [] : [root],
      rmnSignatures: blessed ? await bless(destination, root) : [],
    },
    faults,
  )
  return tree
}

/**
 * Builds the tree of messages that are, or will be, committed together.
 *
 * @param lane - Which.
 * @param messages - All of one root, in order.
 * @returns Its tree.
 */
export function treeOf(
  { source }: Lane,
  messages: readonly Message[],
): MerkleTree {
  return createMerkleTree(
    messages.map((message) => hashMessage(message, source.addresses.onRamp)),
  )
}

/**
 * Publishes the prices that a chain charges its messages by.
 *
 * @param chain - Where.
 * @param priceUpdates - The new prices.
 */
export async function commitPrices(
  chain: DevnetChain,
  priceUpdates: PriceUpdates,
): Promise<void> {
  await transmit(chain, {
    priceUpdates,
    blessedMerkleRoots: [],
    unblessedMerkleRoots: [],
    rmnSignatures: [],
  })
}

async function transmit(
  chain: DevnetChain,
  report: CommitReport,
  {
    signatures = faultTolerance + 1,
    signers = oracles,
  }: Pick<CommitFaults, 'signatures' | 'signers'> = {},
): Promise<void> {
  const encoded = encodeAbiParameters(commitReport, [report])
  // Prices count only with a higher number than the last ones had.
  const latest = await chain.client.readContract({
    address: chain.addresses.offRamp,
    abi: offRampAbi,
    functionName: 'getLatestPriceSequenceNumber',
  })
  const context = [
    configDigest.commit,
    toHex(latest + 1n, { size: 32 }),
  ] as const
  const hash = keccak256(concat([keccak256(encoded), ...context]))
  const signed = await Promise.all(
    signers.slice(0, signatures).map((oracle) => oracle.sign({ hash })),
  )
  await callAsOperator(chain, {
    to: chain.addresses.offRamp,
    abi: offRampAbi,
    functionName: 'commit',
    args: [
      context,
      encoded,
      signed.map((signature) => parseSignature(signature).r),
      signed.map((signature) => parseSignature(signature).s),
      packParities(signed),
    ],
  })
}

/** One byte per signature, from the left. */
function packParities(signed: readonly Hex[]): Hex {
  const parities = signed.map((signature) =>
    toHex(parseSignature(signature).yParity, { size: 1 }),
  )
  return pad(concat(parities), { dir: 'right', size: 32 })
}

const order =
  0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

async function bless(
  { chain, selector, addresses }: DevnetChain,
  root: MerkleRoot,
): Promise<RmnSignature[]> {
  const hash = keccak256(
    encodeAbiParameters(rmnReport, [
      keccak256(toHex('RMN_V1_6_ANY2EVM_REPORT')),
      {
        destChainId: BigInt(chain.id),
        destChainSelector: selector,
        rmnRemoteContractAddress: addresses.rmnRemote,
        offrampAddress: addresses.offRamp,
        rmnHomeContractConfigDigest: rmnHomeDigest,
        merkleRoots: [root],
      },
    ]),
  )
  const signers = riskManagers
    .slice(0, faultTolerance + 1)
    .toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))
  return Promise.all(signers.map((signer) => signWithEvenParity(signer, hash)))
}

/** RMNRemote recovers with v = 27 only, so an odd signature is mirrored. */
async function signWithEvenParity(
  signer: PrivateKeyAccount,
  hash: Hex,
): Promise<RmnSignature> {
  const { r, s, yParity } = parseSignature(await signer.sign({ hash }))
  return { r, s: yParity === 0 ? s : toHex(order - BigInt(s), { size: 32 }) }
}
