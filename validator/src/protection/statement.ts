import type { Address, Hex } from 'viem'

/** What a key is about to say, or has said. */
export interface Statement {
  readonly round: bigint
  readonly kind: number
  readonly subject: Hex
  readonly root: Hex
}

/** For which key and contract something is kept: what was signed elsewhere is no evidence here. */
export interface Scope {
  readonly chainId: number
  /** The Accountability contract. */
  readonly accountability: Address
  readonly signer: Address
}

/**
 * One line of the file. `floor`: no statement of that kind about an earlier
 * round is ever signed again.
 */
export type Entry =
  | { readonly type: 'signed'; readonly statement: Statement }
  | { readonly type: 'floor'; readonly kind: number; readonly round: bigint }

/** Kinds are a byte: `ALL_KINDS` stands for every one of them in a floor. */
export const ALL_KINDS = -1

/**
 * @param topic Round, kind and subject.
 * @returns What it is about, as a key of a map.
 */
export function topicOf({
  round,
  kind,
  subject,
}: Omit<Statement, 'root'>): string {
  return `${round}/${kind}/${subject.toLowerCase()}`
}
