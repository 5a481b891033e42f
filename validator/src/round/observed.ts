import { encodeAbiParameters, type Hex, keccak256, zeroHash } from 'viem'
import type { Observation } from '../probe/probe.ts'
import { type Finding, roundTree } from './tree.ts'

/** What one validator found in a round. */
export interface Observed {
  readonly round: bigint
  /** Block whose registry named the units. */
  readonly block: bigint
  /** By unit number. */
  readonly units: readonly Observation[]
}

/** The same, and what it weighs. */
export interface Weighed extends Observed {
  readonly weight: bigint
}

const encoding = [
  { type: 'uint256' },
  {
    type: 'tuple[]',
    components: [
      { name: 'unit', type: 'uint256' },
      { name: 'configHash', type: 'bytes32' },
      { name: 'reachable', type: 'bool' },
    ],
  },
] as const

/**
 * What a validator signs to say what it found: so it cannot tell one this and
 * another that.
 *
 * @param observed What it found.
 * @returns The root of its statement.
 */
export function observedRoot({ block, units }: Observed): Hex {
  return keccak256(encodeAbiParameters(encoding, [block, units]))
}

/**
 * Makes one finding of what many validators found: what more than half of their
 * weight says. A unit that half of them did not see is left out; a
 * configuration without a majority among all is none.
 *
 * @param observed What each found; all of one round.
 * @returns The findings, or undefined when no majority looked at one block.
 */
export function agree(observed: readonly Weighed[]): Finding[] | undefined {
  const total = sum(observed)
  const checkedAtBlock = majority(observed, total, ({ block }) => block)
  if (checkedAtBlock === undefined) return undefined
  const seen = new Map<bigint, (Observation & { weight: bigint })[]>()
  for (const { block, units, weight } of observed)
    if (block === checkedAtBlock)
      for (const unit of units)
        seen.set(unit.unit, [
          ...(seen.get(unit.unit) ?? []),
          { ...unit, weight },
        ])
  return [...seen]
    .filter(([, views]) => 2n * sum(views) > total)
    .map(([unit, views]) => {
      const reachable =
        majority(views, total, (view) => view.reachable) ?? false
      const configHash = reachable
        ? (majority(views, total, (view) => view.configHash) ?? zeroHash)
        : zeroHash
      return { unit, configHash, reachable, checkedAtBlock }
    })
}

/**
 * @param observed What each found.
 * @returns The root of what they agree on, or undefined when they do not.
 */
export function agreedRoot(observed: readonly Weighed[]): Hex | undefined {
  const findings = agree(observed)
  return findings && roundTree(findings).root
}

function majority<item extends { weight: bigint }, value>(
  items: readonly item[],
  total: bigint,
  read: (item: item) => value,
): value | undefined {
  const weights = new Map<value, bigint>()
  for (const item of items) {
    const value = read(item)
    weights.set(value, (weights.get(value) ?? 0n) + item.weight)
  }
  return [...weights].find(([, weight]) => 2n * weight > total)?.[0]
}

function sum(items: readonly { weight: bigint }[]): bigint {
  return items.reduce((total, { weight }) => total + weight, 0n)
}
