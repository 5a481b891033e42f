import type { Equivocation } from '@openmesh/sdk'
import { ValidatorError } from '../errors.ts'
import { isRecord, toJson } from '../json.ts'
import {
  type ObservationMessage,
  readEquivocation,
  readObservation,
  readSignature,
  type SignatureMessage,
} from './wire.ts'

/** What an aggregator says it has of a round; nothing of it is checked yet. */
export interface Heard {
  readonly isFrozen: boolean
  readonly observations: readonly ObservationMessage[]
  readonly signatures: readonly SignatureMessage[]
}

/** What the daemon needs of an aggregator. */
export interface Aggregator {
  readonly observe: (message: ObservationMessage) => Promise<string>
  readonly sign: (message: SignatureMessage) => Promise<string>
  readonly round: (round: bigint) => Promise<Heard>
  readonly evidence: () => Promise<Equivocation[]>
}

const TIMEOUT_MS = 15_000
/** 255 members with 15,000 units each would be more than anybody should read. */
const MAX_ANSWER = 64 * 2 ** 20

/**
 * @param url Of an aggregator.
 * @returns What speaks with it.
 */
export function aggregatorAt(url: string): Aggregator {
  const base = url.replace(/\/+$/, '')
  const post = async (path: string, message: object) => {
    const answer = await ask(base, path, toJson(message))
    return isRecord(answer) ? String(answer.receipt ?? answer.error) : ''
  }
  return {
    observe: (message) =>
      post(`/rounds/${message.round}/observations`, message),
    sign: (message) => post(`/rounds/${message.round}/signatures`, message),
    round: async (round) =>
      readHeard(round, await ask(base, `/rounds/${round}`)),
    evidence: async () => {
      const list = await ask(base, '/evidence')
      return (Array.isArray(list) ? list : [])
        .map(readEquivocation)
        .filter((item) => item !== undefined)
    },
  }
}

function readHeard(round: bigint, value: unknown): Heard {
  if (!isRecord(value))
    return { isFrozen: false, observations: [], signatures: [] }
  const { isFrozen, observations, signatures } = value
  return {
    isFrozen: isFrozen === true,
    observations: listOf(observations, (item) => readObservation(round, item)),
    signatures: listOf(signatures, (item) => readSignature(round, item)),
  }
}

function listOf<item>(
  value: unknown,
  read: (value: unknown) => item | undefined,
): item[] {
  if (!Array.isArray(value)) return []
  return value.map(read).filter((item) => item !== undefined)
}

async function ask(
  base: string,
  path: string,
  body?: string,
): Promise<unknown> {
  try {
    const answer = await fetch(`${base}${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          }),
    })
    return JSON.parse(await readBounded(answer))
  } catch (error) {
    throw new ValidatorError(
      'AggregatorSilent',
      `The aggregator at ${base} did not answer ${path}.`,
      'Check that it runs; another one can be named with --aggregator.',
      error,
    )
  }
}

async function readBounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > MAX_ANSWER) throw new RangeError('the answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
