import {
  type Equivocation,
  findEquivocations,
  getDowntime,
  getRound,
  jailDowntime,
  reportEquivocation,
} from '@openmesh/sdk'
import { roundTopic } from '../chain/kinds.ts'
import { lastBlockBefore } from '../chain/time.ts'
import { type Duty, type OwnRound, reader } from './duty.ts'
import { hear } from './hear.ts'
import { silence } from './observe.ts'
import { sendUnless } from './send.ts'

/** Refusals after which a contradiction needs no more attention. */
const closed = [
  'Accountability_AlreadyReported',
  'Accountability_NotLiable',
  'ValidatorStaking_EvidenceOutOfTime',
  'ValidatorStaking_UnknownValidator',
]

/**
 * Reports every member that contradicted itself: what aggregators have as
 * evidence, and what was heard from several.
 *
 * @param duty Of the validator.
 */
export async function watch(duty: Duty): Promise<void> {
  for (const aggregator of duty.aggregators) {
    const evidence = await aggregator
      .evidence()
      .catch((error) => silence(duty, error))
    for (const { first, second, topic } of evidence ?? [])
      for (const statement of [first, second]) {
        const speaker = await duty.book.speaker(topic, statement)
        if (speaker !== undefined) duty.witness.hear(topic, speaker, statement)
      }
  }
  for (const caught of duty.witness.caught()) await report(duty, caught)
}

async function report(duty: Duty, caught: Equivocation): Promise<void> {
  const { first, second, signer, topic } = caught
  const { contracts } = reader(duty)
  const verdict = await sendUnless(duty, closed, () =>
    reportEquivocation(duty.wallet, { contracts, topic, first, second }),
  )
  duty.witness.close(caught)
  if (verdict === undefined) return
  const { taken, validator } = verdict
  duty.log('reported-equivocation', {
    validator,
    signer,
    round: topic.round,
    kind: topic.kind,
    taken,
  })
}

/**
 * Compares those who signed another root than the certified one with what is on
 * the chain: who is in both said two things.
 *
 * @param duty Of the validator.
 * @param own A certified round.
 */
export async function compareWithChain(
  duty: Duty,
  { round }: OwnRound,
): Promise<void> {
  const { client, contracts } = reader(duty)
  const { root } = await getRound(client, { contracts, round })
  const dissent = []
  for (const aggregator of duty.aggregators) {
    const heard = await hear(duty, aggregator, round).catch((error) =>
      silence(duty, error),
    )
    for (const { root: other, signature } of heard?.signed ?? [])
      if (other.toLowerCase() !== root?.toLowerCase())
        dissent.push({ topic: roundTopic(round), root: other, signature })
  }
  if (root === undefined || dissent.length === 0) return
  const latest = await duty.book.chain.client.getBlock()
  const fromBlock =
    (await lastBlockBefore(duty.book.chain.client, round, latest)) ?? 0n
  const found = await findEquivocations(client, {
    contracts,
    statements: dissent,
    fromBlock,
  })
  for (const { first, second, topic } of found)
    for (const statement of [first, second]) {
      const speaker = await duty.book.speaker(topic, statement)
      if (speaker !== undefined) duty.witness.hear(topic, speaker, statement)
    }
}

/**
 * Jails members that missed too many rounds.
 *
 * @param duty Of the validator.
 * @param own The current round.
 */
export async function jailAbsent(
  duty: Duty,
  { snapshot }: OwnRound,
): Promise<void> {
  const { client, contracts } = reader(duty)
  const validators = snapshot.members
    .map(({ validator }) => validator)
    .filter((validator) => validator !== duty.validator)
  const states = await getDowntime(client, { contracts, validators })
  for (const { isDown, validator } of states) {
    if (!isDown) continue
    const done = await sendUnless(
      duty,
      [
        'Accountability_NotMember',
        'Accountability_NotDown',
        'ValidatorStaking_EvidenceOutOfTime',
      ],
      () => jailDowntime(duty.wallet, { contracts, validator }),
    )
    if (done === undefined) continue
    const { jailedUntil, missed, taken } = done
    duty.log('jailed', { validator, missed, jailedUntil, taken })
  }
}
