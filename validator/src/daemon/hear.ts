import type { Hex } from 'viem'
import type { Aggregator, Heard } from '../aggregator/client.ts'
import type { SignatureMessage } from '../aggregator/wire.ts'
import type { Speaker } from '../chain/book.ts'
import { observedTopic, roundTopic } from '../chain/kinds.ts'
import { observedRoot, type Weighed } from '../round/observed.ts'
import type { Duty } from './duty.ts'

/** An aggregator's answer, checked: each member once, the rest dropped. */
export interface Checked {
  readonly isFrozen: boolean
  readonly observed: readonly (Weighed & Speaker)[]
  readonly signed: readonly (SignatureMessage & Speaker)[]
}

/**
 * Asks an aggregator for a round and checks every signature it shows.
 *
 * @param duty Of the validator.
 * @param aggregator Whom to ask.
 * @param round Which.
 * @returns What members said.
 */
export async function hear(
  duty: Duty,
  aggregator: Aggregator,
  round: bigint,
): Promise<Checked> {
  const heard: Heard = await aggregator.round(round)
  const observed = new Map<bigint, Weighed & Speaker>()
  for (const message of heard.observations) {
    const root = observedRoot(message)
    const speaker = await checked(duty, observedTopic(round), {
      root,
      signature: message.signature,
    })
    if (speaker !== undefined && !observed.has(speaker.validator))
      observed.set(speaker.validator, { ...message, ...speaker })
  }
  const signed = new Map<bigint, SignatureMessage & Speaker>()
  for (const message of heard.signatures) {
    const speaker = await checked(duty, roundTopic(round), message)
    if (speaker !== undefined && !signed.has(speaker.validator))
      signed.set(speaker.validator, { ...message, ...speaker })
  }
  return {
    isFrozen: heard.isFrozen,
    observed: [...observed.values()],
    signed: [...signed.values()],
  }
}

async function checked(
  { book, witness }: Duty,
  topic: ReturnType<typeof roundTopic>,
  statement: { root: Hex; signature: Hex },
): Promise<Speaker | undefined> {
  const speaker = await book.speaker(topic, statement)
  if (speaker !== undefined) witness.hear(topic, speaker, statement)
  return speaker
}
