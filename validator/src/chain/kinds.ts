import { heartbeatTopic, roundTopic, type Topic } from '@openmesh/sdk'
import { zeroHash } from 'viem'

/**
 * What a validator found, before the others' findings make it one. The contract
 * does not ask for it but punishes two of them like any contradiction. Kinds
 * from 128 on are left to validators among themselves.
 */
export const KIND_OBSERVED = 128

/**
 * @param round The round.
 * @returns What the statement of a validator's own findings is about.
 */
export function observedTopic(round: bigint): Topic {
  return { round, kind: KIND_OBSERVED, subject: zeroHash }
}

export { heartbeatTopic, roundTopic }
