import {
  attestationTypes,
  type ReadClient,
  type Topic,
  type WalletClient,
} from '@openmesh/sdk'
import type { Hex, LocalAccount } from 'viem'
import type { Aggregator } from '../aggregator/client.ts'
import type { Book, Snapshot } from '../chain/book.ts'
import type { ProbeLimits } from '../probe/probe.ts'
import type { Protection } from '../protection/protection.ts'
import type { Turns } from './turns.ts'
import type { Witness } from './witness.ts'

/** A line of what the daemon does: a word, and what explains it. */
export type Log = (event: string, fields?: Record<string, unknown>) => void

/** What a validator does its duty with. */
export interface Duty {
  readonly validator: bigint
  readonly book: Book
  /** The signing key: it sends nothing. */
  readonly key: LocalAccount
  readonly protection: Protection
  /** Pays for transactions. */
  readonly wallet: WalletClient
  readonly aggregators: readonly Aggregator[]
  readonly limits: ProbeLimits
  /** Blocks after a round's block before it is believed. */
  readonly confirmations: bigint
  /** Block of the registry's deployment at best. */
  readonly fromBlock: bigint
  readonly turns: Turns
  readonly witness: Witness
  readonly log: Log
}

/** A round in which the validator is on duty. */
export interface OwnRound {
  readonly round: bigint
  readonly snapshot: Snapshot
  readonly place: number
}

/** @returns The chain as reading actions of the SDK take it. */
export function reader({ book }: Duty): {
  client: ReadClient
  contracts: Book['chain']['contracts']
} {
  return {
    client: book.chain.client as ReadClient,
    contracts: book.chain.contracts,
  }
}

/**
 * Signs a statement, behind the protection.
 *
 * @param duty Of the validator.
 * @param topic About what.
 * @param root What to say.
 * @returns The signature.
 * @throws ValidatorError `WouldEquivocate`, `BelowWatermark`, and what else the
 * protection throws.
 */
export async function say(
  { book, key, protection }: Duty,
  topic: Topic,
  root: Hex,
): Promise<Hex> {
  const domain = await book.domain()
  return protection.guard({ ...topic, root }, (message) =>
    key.signTypedData({
      domain,
      types: attestationTypes,
      primaryType: 'Attestation',
      message,
    }),
  )
}

/**
 * Finds the validator's part in a round.
 *
 * @param duty Of the validator.
 * @param round Which.
 * @returns Its place, or undefined when it is not on duty in it.
 */
export async function ownRound(
  { book, validator }: Duty,
  round: bigint,
): Promise<OwnRound | undefined> {
  const snapshot = await book.snapshot(round)
  const member = snapshot?.members.find((item) => item.validator === validator)
  return snapshot && member && { round, snapshot, place: member.place }
}
