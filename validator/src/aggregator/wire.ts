import type { Equivocation, Statement } from '@openmesh/sdk'
import { getAddress, type Hex, isAddress, isHex } from 'viem'
import { isRecord, toUint } from '../json.ts'
import type { Observation } from '../probe/probe.ts'
import { isKind, isWord } from '../protection/record.ts'
import type { Observed } from '../round/observed.ts'

/** What is sent to say what one found. */
export interface ObservationMessage extends Observed {
  readonly signature: Hex
}

/** What is sent to sign a root. */
export interface SignatureMessage {
  readonly round: bigint
  readonly root: Hex
  readonly signature: Hex
}

/**
 * @param round Of the address it was sent to.
 * @param value What was parsed of the body.
 * @returns The message, or undefined when it is none.
 */
export function readObservation(
  round: bigint,
  value: unknown,
): ObservationMessage | undefined {
  if (!isRecord(value) || !Array.isArray(value.units)) return undefined
  const block = toUint(value.block)
  const units = value.units.map(readUnit)
  const { signature } = value
  if (block === undefined || !isSignature(signature)) return undefined
  if (!units.every((unit) => unit !== undefined)) return undefined
  // By number and each once: there is one way to say it.
  const isSorted = units.every(
    ({ unit }, index) => index === 0 || (units[index - 1]?.unit ?? 0n) < unit,
  )
  return isSorted ? { round, block, units, signature } : undefined
}

function readUnit(value: unknown): Observation | undefined {
  if (!isRecord(value)) return undefined
  const unit = toUint(value.unit)
  const { configHash, reachable } = value
  if (unit === undefined || unit >= 2n ** 256n || !isWord(configHash))
    return undefined
  return typeof reachable === 'boolean'
    ? { unit, configHash: configHash.toLowerCase() as Hex, reachable }
    : undefined
}

/**
 * @param round Of the address it was sent to.
 * @param value What was parsed of the body.
 * @returns The message, or undefined when it is none.
 */
export function readSignature(
  round: bigint,
  value: unknown,
): SignatureMessage | undefined {
  if (!isRecord(value)) return undefined
  const { root, signature } = value
  return isWord(root) && isSignature(signature)
    ? { round, root: root.toLowerCase() as Hex, signature }
    : undefined
}

/**
 * @param value What was parsed.
 * @returns The contradiction, not checked, or undefined when it is none.
 */
export function readEquivocation(value: unknown): Equivocation | undefined {
  if (!isRecord(value) || !isRecord(value.topic)) return undefined
  const { signer, topic } = value
  const round = toUint(topic.round)
  const first = readStatement(value.first)
  const second = readStatement(value.second)
  if (typeof signer !== 'string' || !isAddress(signer, { strict: false }))
    return undefined
  if (round === undefined || !isKind(topic.kind) || !isWord(topic.subject))
    return undefined
  if (first === undefined || second === undefined) return undefined
  const { kind, subject } = topic
  return {
    signer: getAddress(signer),
    topic: { round, kind, subject },
    first,
    second,
  }
}

function readStatement(value: unknown): Statement | undefined {
  if (!isRecord(value)) return undefined
  const { root, signature } = value
  return isWord(root) && isSignature(signature)
    ? { root, signature }
    : undefined
}

function isSignature(value: unknown): value is Hex {
  return isHex(value) && value.length === 132
}
