import { isAddress, isAddressEqual } from 'viem'
import { ValidatorError } from '../errors.ts'
import { isRecord, toUint } from '../json.ts'
import type { Protection } from './protection.ts'
import { isKind, isWord } from './record.ts'
import { ALL_KINDS, type Entry, type Scope } from './statement.ts'

/**
 * What moves between machines and programs with a key, in the spirit of
 * EIP-3076. An attestation without `root` or `subject` blocks its round and all
 * before it for its kind, one without `kind` for every kind.
 */
export interface Interchange {
  metadata: {
    interchange_format: 'openmesh-attestations'
    interchange_format_version: '1'
    chain_id: string
    accountability: string
  }
  data: {
    signer: string
    signed_attestations: {
      round: string
      kind?: number
      subject?: string
      root?: string
    }[]
  }[]
}

/**
 * Writes down what a key signed. Stop the key here for ever before it signs
 * elsewhere: the export does not know what is signed after it.
 *
 * @param protection Of the key.
 * @param extent `complete`: each statement. `minimal`: only the last round of
 * each kind.
 * @returns The file's content.
 */
export function exportSigned(
  { history, scope }: Protection,
  extent: 'complete' | 'minimal',
): Interchange {
  const statements =
    extent === 'complete'
      ? history.statements().map(({ kind, root, round, subject }) => ({
          round: String(round),
          kind,
          subject,
          root,
        }))
      : []
  // Both name the floors: they are more than what the statements amount to.
  const floors = history
    .floors()
    .filter(({ round }) => extent === 'minimal' || round > 0n)
    .map(({ kind, round }) => blocked(kind, round, extent, history))
    .filter((item) => item !== undefined)
  return {
    metadata: {
      interchange_format: 'openmesh-attestations',
      interchange_format_version: '1',
      chain_id: String(scope.chainId),
      accountability: scope.accountability,
    },
    data: [
      { signer: scope.signer, signed_attestations: [...statements, ...floors] },
    ],
  }
}

/** A floor as a blocked round: the last one below it, or the last one signed. */
function blocked(
  kind: number,
  floor: bigint,
  extent: 'complete' | 'minimal',
  history: Protection['history'],
): { round: string; kind?: number } | undefined {
  const wasSigned = history
    .statements()
    .some((said) => said.kind === kind && said.round === floor)
  const round = extent === 'minimal' && wasSigned ? floor : floor - 1n
  if (round < 0n) return undefined
  const named = { round: String(round) }
  return kind === ALL_KINDS ? named : { ...named, kind }
}

/**
 * Reads what a key signed elsewhere.
 *
 * @param value The file, parsed.
 * @param scope For which key and contract.
 * @returns What to add to the key's protection.
 * @throws ValidatorError `InterchangeUnreadable`, `InterchangeOfOther`.
 */
export function importSigned(value: unknown, scope: Scope): Entry[] {
  if (!isRecord(value) || !isRecord(value.metadata))
    throw unreadable('it has no `metadata`')
  const { metadata } = value
  if (
    metadata.interchange_format !== 'openmesh-attestations' ||
    metadata.interchange_format_version !== '1'
  )
    throw unreadable('it is of another format or version')
  const { accountability, chain_id } = metadata
  if (
    chain_id !== String(scope.chainId) ||
    typeof accountability !== 'string' ||
    !isAddress(accountability, { strict: false }) ||
    !isAddressEqual(accountability, scope.accountability)
  )
    throw ofOther(`the contract ${accountability} on chain ${chain_id}`)
  if (!Array.isArray(value.data)) throw unreadable('it has no `data`')
  const own = value.data.filter((item) => isOf(item, scope))
  if (own.length === 0) throw ofOther('other keys')
  return own.flatMap((item) => {
    const list = (item as Record<string, unknown>).signed_attestations
    if (!Array.isArray(list)) throw unreadable('a key has no list')
    return list.map(toEntry)
  })
}

function isOf(item: unknown, { signer }: Scope): boolean {
  if (!isRecord(item) || typeof item.signer !== 'string')
    throw unreadable('an item of `data` has no `signer`')
  return (
    isAddress(item.signer, { strict: false }) &&
    isAddressEqual(item.signer, signer)
  )
}

/** Nothing that cannot be read is skipped: it may be the one that matters. */
function toEntry(value: unknown): Entry {
  if (!isRecord(value)) throw unreadable('an attestation is no object')
  const { kind, root, subject } = value
  const round = toUint(value.round)
  if (round === undefined) throw unreadable(`a round is ${value.round}`)
  if (kind === undefined)
    return { type: 'floor', kind: ALL_KINDS, round: round + 1n }
  if (!isKind(kind)) throw unreadable(`a kind is ${kind}`)
  if (subject === undefined || root === undefined)
    return { type: 'floor', kind, round: round + 1n }
  if (!isWord(subject) || !isWord(root))
    throw unreadable(`a subject or root of round ${round} is not 32 bytes`)
  return { type: 'signed', statement: { round, kind, subject, root } }
}

function unreadable(reason: string): ValidatorError {
  return new ValidatorError(
    'InterchangeUnreadable',
    `The file cannot be imported: ${reason}.`,
    'Import what `protection export` wrote; nothing was imported.',
  )
}

function ofOther(whose: string): ValidatorError {
  return new ValidatorError(
    'InterchangeOfOther',
    `The file is of ${whose}.`,
    'Import the one that was exported for this key, contract and chain; nothing was imported.',
  )
}
