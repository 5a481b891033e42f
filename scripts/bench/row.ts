import { type PeerName, peers } from '../../config/bench.ts'
import type { Spent } from './harness.ts'

/** One thing that nobody can do without. */
export interface Term {
  readonly what: string
  readonly gas: number
}

export interface PeerFigure {
  readonly name: string
  readonly version: string
  readonly gas: number
}

export interface Row {
  readonly operation: string
  /** From which state, in a sentence; the same for everybody. */
  readonly state: string
  readonly ours: number
  readonly peers: readonly PeerFigure[]
  /** What any implementation pays at least, or nothing where nobody can say. */
  readonly floor: readonly Term[] | null
}

/** What an operation of ours takes while few and while many take part. */
export interface Growth {
  readonly operation: string
  readonly figures: readonly {
    /** Active units that share. */
    readonly units: number
    readonly gas: number
  }[]
}

interface RowParameters {
  readonly operation: string
  readonly state: string
  readonly ours: Spent
  readonly peers?: Partial<Record<PeerName, Spent>>
  /** Beside the transactions and their calldata, which are added here. */
  readonly least: readonly Term[] | null
}

/**
 * Puts figures side by side.
 *
 * @param parameters What was done, from which state, and what it took.
 * @returns The row.
 */
export function toRow(parameters: RowParameters): Row {
  const { operation, state, ours, least } = parameters
  const theirs = Object.entries(parameters.peers ?? {})
  const shortest = Math.min(
    ...[ours, ...theirs.map(([, spent]) => spent)].map(
      ({ calldata }) => calldata,
    ),
  )
  return {
    operation,
    state,
    ours: ours.gas,
    peers: theirs.map(([peer, { gas }]) => {
      const { name, version } = peers[peer as PeerName]
      return { name, version, gas }
    }),
    floor: least && [
      { what: 'transaction', gas: 21_000 * ours.transactions },
      { what: 'shortest calldata', gas: shortest },
      ...least,
    ],
  }
}

/** @returns The floor as a number. */
export function floorGas({ floor }: Row): number | null {
  return floor?.reduce((sum, { gas }) => sum + gas, 0) ?? null
}
