import { type Address, type Hex, size, zeroHash } from 'viem'
import { invalidArguments } from '../../errors/sdkErrors.ts'

/** EIP-712 type of everything a validator says. */
export const attestationTypes = {
  Attestation: [
    { name: 'round', type: 'uint64' },
    { name: 'kind', type: 'uint8' },
    { name: 'subject', type: 'bytes32' },
    { name: 'root', type: 'bytes32' },
  ],
} as const

/** Kinds of statements the Accountability contract knows. */
export const attestationKinds = {
  /** The root of a round. */
  round: 1,
  /** A sign of life, with the root zero. */
  heartbeat: 2,
} as const

/** What a validator's statement is about. */
export interface Topic {
  /** Days since 1970. */
  round: bigint
  /** What sort of statement it is. */
  kind: number
  /** What it is about. */
  subject: Hex
}

/** What a validator said about a topic. */
export interface Statement {
  root: Hex
  signature: Hex
}

/** The signature of the member at a place of a round's snapshot. */
export interface PlacedSignature {
  /** Counted from 0, as in `getSnapshot`. */
  place: number
  /** 65 bytes. */
  signature: Hex
}

/** Two statements of one key that contradict each other. */
export interface Equivocation {
  signer: Address
  topic: Topic
  first: Statement
  second: Statement
}

/**
 * Names what the statement of a round's root is about.
 *
 * @param round Days since 1970.
 * @returns The topic.
 *
 * @example
 * const rootTopic = roundTopic(round)
 */
export function roundTopic(round: bigint): Topic {
  return { round, kind: attestationKinds.round, subject: zeroHash }
}

/**
 * Names what a sign of life in a round is about.
 *
 * @param round Days since 1970.
 * @returns The topic.
 *
 * @example
 * const lifeTopic = heartbeatTopic(round)
 */
export function heartbeatTopic(round: bigint): Topic {
  return { round, kind: attestationKinds.heartbeat, subject: zeroHash }
}

/** Packs signatures as the contract takes them: a bitmap, and the bytes in its order. */
export function packSignatures(
  functionName: string,
  signatures: readonly PlacedSignature[],
): { places: bigint; packed: Hex } {
  const sorted = [...signatures].sort((a, b) => a.place - b.place)
  let places = 0n
  for (const { place, signature } of sorted) {
    const bit = 1n << BigInt(place)
    if ((places & bit) !== 0n)
      throw unpackable(functionName, `place ${place} is there twice`)
    if (size(signature) !== 65)
      throw unpackable(functionName, `that of place ${place} is not 65 bytes`)
    places |= bit
  }
  const packed = sorted.map(({ signature }) => signature.slice(2)).join('')
  return { places, packed: `0x${packed}` }
}

function unpackable(functionName: string, reason: string) {
  return invalidArguments(
    functionName,
    `the signatures cannot be packed: ${reason}`,
    undefined,
  )
}

/**
 * Reads a bitmap of places.
 *
 * @param places One bit each.
 * @returns The places, lowest first.
 *
 * @example
 * const [lowest] = placesOf(5n)
 */
export function placesOf(places: bigint): number[] {
  const list: number[] = []
  for (let rest = places, place = 0; rest !== 0n; rest >>= 1n, place++)
    if ((rest & 1n) === 1n) list.push(place)
  return list
}
