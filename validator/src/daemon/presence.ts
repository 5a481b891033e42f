import { addSignatures, getRound, heartbeat } from '@openmesh/sdk'
import { zeroHash } from 'viem'
import { heartbeatTopic, observedTopic, roundTopic } from '../chain/kinds.ts'
import { type Duty, type OwnRound, reader, say } from './duty.ts'
import { sendUnless } from './send.ts'

/** Ticks in which others may still add what was left out. */
const PATIENCE = 2

/**
 * Makes sure that the validator counts as present in a certified round: adds
 * its signature of the root if it was left out, else shows a sign of life.
 *
 * @param duty Of the validator.
 * @param own The round.
 * @param isOver Whether the round is past: until then a signature may come.
 * @returns Whether it is done with this round.
 */
export async function showPresence(
  duty: Duty,
  { place, round }: OwnRound,
  isOver: boolean,
): Promise<boolean> {
  const { client, contracts } = reader(duty)
  const { present, root } = await getRound(client, { contracts, round })
  if (((present >> BigInt(place)) & 1n) === 1n) return true
  if (root === undefined) return false
  if (duty.turns.wait(`present/${round}`, round) < PATIENCE) return false
  const harmless = ['Accountability_AlreadyPresent', 'Accountability_TooLate']
  const own = duty.protection.history.rootOf(roundTopic(round))
  if (own?.toLowerCase() === root.toLowerCase()) {
    const signature = await say(duty, roundTopic(round), root)
    await sendUnless(duty, harmless, () =>
      addSignatures(duty.wallet, {
        contracts,
        round,
        signatures: [{ place, signature }],
      }),
    )
    duty.log('added-own-signature', { round })
    return true
  }
  if (!isOver && own === undefined) return false
  // A sign of life is for those who were there.
  if (duty.protection.history.rootOf(observedTopic(round)) === undefined)
    return true
  const signature = await say(duty, heartbeatTopic(round), zeroHash)
  await sendUnless(duty, harmless, () =>
    heartbeat(duty.wallet, { contracts, round, place, signature }),
  )
  duty.log('heartbeat', { round })
  return true
}
