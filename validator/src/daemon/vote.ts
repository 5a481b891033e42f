import { roundTopic } from '../chain/kinds.ts'
import { agreedRoot } from '../round/observed.ts'
import { isQuorum, weightOf } from '../round/quorum.ts'
import { type Duty, type OwnRound, say } from './duty.ts'
import { hear } from './hear.ts'
import { silence } from './observe.ts'

/**
 * Signs the root of what the members agree on, as soon as an aggregator shows
 * the observations of more than two thirds of the weight. One root a round,
 * whatever other aggregators show.
 *
 * @param duty Of the validator.
 * @param own The round.
 * @returns Whether it is done with this round.
 */
export async function vote(duty: Duty, own: OwnRound): Promise<boolean> {
  const { round, snapshot } = own
  const topic = roundTopic(round)
  const signed = duty.protection.history.rootOf(topic)
  let root = signed
  for (const aggregator of root === undefined ? duty.aggregators : []) {
    const heard = await hear(duty, aggregator, round).catch((error) =>
      silence(duty, error),
    )
    if (heard === undefined || !heard.isFrozen) continue
    if (!isQuorum(weightOf(heard.observed), snapshot.totalWeight)) continue
    root = agreedRoot(heard.observed)
    if (root !== undefined) break
  }
  if (root === undefined) return false
  // Signed before a crash, it is sent again.
  const signature = await say(duty, topic, root)
  if (signed === undefined) duty.log('signed', { round, root })
  let isSent = false
  for (const aggregator of duty.aggregators)
    await aggregator.sign({ round, root, signature }).then(
      () => {
        isSent = true
      },
      (error) => silence(duty, error),
    )
  return isSent
}
