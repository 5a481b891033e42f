import { getRound, submitRound } from '@openmesh/sdk'
import type { Hex } from 'viem'
import type { SignatureMessage } from '../aggregator/wire.ts'
import type { Speaker } from '../chain/book.ts'
import { isQuorum, weightOf } from '../round/quorum.ts'
import { type Duty, type OwnRound, reader } from './duty.ts'
import { hear } from './hear.ts'
import { silence } from './observe.ts'
import { sendUnless } from './send.ts'

type Signed = SignatureMessage & Speaker

/**
 * Submits a round once more than two thirds of the weight signed one root: by
 * the member whose turn it is, by the next one when nothing came of it.
 *
 * @param duty Of the validator.
 * @param own The round.
 * @returns Whether the round has its root.
 */
export async function certify(duty: Duty, own: OwnRound): Promise<boolean> {
  const { round, snapshot } = own
  const { client, contracts } = reader(duty)
  const { root: known } = await getRound(client, { contracts, round })
  if (known !== undefined) return true
  const best = heaviest(await collect(duty, round))
  if (best === undefined || !isQuorum(weightOf(best), snapshot.totalWeight))
    return false
  const members = snapshot.members.length
  // Somebody may just be about to sign: one more tick saves a transaction.
  const isAll = best.length === members
  if (!isAll && duty.turns.wait(`settle/${round}`, round) === 0) return false
  if (!duty.turns.isMine(`certify/${round}`, { ...own, members })) return false
  const [{ root }] = best as [Signed]
  const sent = await sendUnless(duty, ['Accountability_AlreadyCertified'], () =>
    submitRound(duty.wallet, { contracts, round, root, signatures: best }),
  )
  if (sent !== undefined)
    duty.log('certified', {
      round,
      root,
      members: best.length,
      transaction: sent.receipt.transactionHash,
    })
  return true
}

/** Signatures of all aggregators, each member's once. */
async function collect(duty: Duty, round: bigint): Promise<Signed[]> {
  const signed = new Map<bigint, Signed>()
  for (const aggregator of duty.aggregators) {
    const heard = await hear(duty, aggregator, round).catch((error) =>
      silence(duty, error),
    )
    for (const item of heard?.signed ?? [])
      if (!signed.has(item.validator)) signed.set(item.validator, item)
  }
  return [...signed.values()]
}

function heaviest(signed: readonly Signed[]): Signed[] | undefined {
  const byRoot = new Map<Hex, Signed[]>()
  for (const item of signed)
    byRoot.set(item.root, [...(byRoot.get(item.root) ?? []), item])
  return [...byRoot.values()].sort((a, b) =>
    weightOf(a) > weightOf(b) ? -1 : 1,
  )[0]
}
