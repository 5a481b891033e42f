import { existsSync } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { isAddressEqual } from 'viem'
import { syncFolder, writeDurably } from '../disk.ts'
import { ValidatorError } from '../errors.ts'
import {
  entryLine,
  headerLine,
  readEntry,
  readLine,
  readScope,
} from './record.ts'
import type { Entry, Scope } from './statement.ts'

/** What the journal needs of a file; a test puts a failing disk here. */
export interface Disk {
  readonly open: (path: string) => Promise<DiskFile>
}

export type DiskFile = Pick<
  FileHandle,
  'appendFile' | 'sync' | 'truncate' | 'close'
>

const realDisk: Disk = { open: (path) => open(path, 'a', 0o600) }

/** The file of what a key signed: lines are added, never changed. */
export interface Journal {
  readonly entries: readonly Entry[]
  /** Returns when the entries would survive a loss of power. */
  readonly append: (entries: readonly Entry[]) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Starts the file of a key that has signed nothing, or nothing beyond
 * `entries`.
 *
 * @param path Where; nothing may be there.
 * @param scope For which key and contract.
 * @param entries What it starts with.
 * @throws ValidatorError `ProtectionExists`.
 */
export async function createJournal(
  path: string,
  scope: Scope,
  entries: readonly Entry[],
): Promise<void> {
  if (existsSync(path))
    throw new ValidatorError(
      'ProtectionExists',
      `There is a file of what the key signed at ${path}.`,
      'Keep it: it is what stops the key from contradicting itself.',
    )
  let { check, text } = headerLine(scope)
  for (const entry of entries) {
    const line = entryLine(check, entry)
    check = line.check
    text += line.text
  }
  await writeDurably(path, text)
}

/**
 * Opens the file of a key. A last line that a crash tore is cut off: no
 * signature leaves before its line is whole. Anything else that does not read
 * is refused.
 *
 * @param path Where.
 * @param scope For which key and contract it has to be.
 * @param disk How to write.
 * @returns The journal.
 * @throws ValidatorError `ProtectionMissing`, `ProtectionDamaged`,
 * `ProtectionOfOther`.
 */
export async function openJournal(
  path: string,
  scope: Scope,
  disk: Disk = realDisk,
): Promise<Journal> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ValidatorError(
      'ProtectionMissing',
      `The file of what the key signed cannot be read at ${path}.`,
      'Restore it, import an export, or start one with `protection new`, which skips two rounds.',
      error,
    )
  })
  const read = readAll(path, bytes.toString('utf8'), scope)
  const file = await disk.open(path)
  if (read.length < bytes.length) {
    await file.truncate(read.length)
    await file.sync()
  }
  await syncFolder(path)
  let { check } = read
  // A line after one that may be torn would be lost with it.
  let broken: unknown
  return {
    entries: read.entries,
    append: async (entries) => {
      if (broken !== undefined) throw unwritable(path, broken)
      let text = ''
      let next = check
      for (const entry of entries) {
        const line = entryLine(next, entry)
        text += line.text
        next = line.check
      }
      try {
        await file.appendFile(text)
        await file.sync()
      } catch (error) {
        broken = error
        throw unwritable(path, error)
      }
      check = next
    },
    close: () => file.close(),
  }
}

function readAll(
  path: string,
  text: string,
  scope: Scope,
): { entries: Entry[]; check: string; length: number } {
  const lines = text.split('\n')
  // What follows the last line end is the line that was being written.
  lines.pop()
  const entries: Entry[] = []
  let check = ''
  let length = 0
  for (const [index, line] of lines.entries()) {
    const read = readLine(check, line)
    if (read === undefined) throw damaged(path, index + 1)
    if (index === 0) assertScope(path, readScope(read.value), scope)
    else {
      const entry = readEntry(read.value)
      if (entry === undefined) throw damaged(path, index + 1)
      entries.push(entry)
    }
    check = read.check
    length += Buffer.byteLength(line) + 1
  }
  if (lines.length === 0) throw damaged(path, 1)
  return { entries, check, length }
}

function assertScope(
  path: string,
  found: Scope | undefined,
  wanted: Scope,
): void {
  if (found === undefined) throw damaged(path, 1)
  const isSame =
    found.chainId === wanted.chainId &&
    isAddressEqual(found.accountability, wanted.accountability) &&
    isAddressEqual(found.signer, wanted.signer)
  if (isSame) return
  throw new ValidatorError(
    'ProtectionOfOther',
    `${path} is of the key ${found.signer} for ${found.accountability} on chain ${found.chainId}.`,
    `Use the file of ${wanted.signer} for ${wanted.accountability} on chain ${wanted.chainId}; after a new Accountability contract, start one with \`protection new\`.`,
  )
}

function damaged(path: string, line: number): ValidatorError {
  return new ValidatorError(
    'ProtectionDamaged',
    `Line ${line} of ${path} is damaged.`,
    'Sign nothing; restore the file from this machine’s backup only if nothing was signed since, else set it aside and start one with `protection new`, which skips two rounds.',
  )
}

function unwritable(path: string, cause: unknown): ValidatorError {
  return new ValidatorError(
    'ProtectionUnwritable',
    `${path} could not be written, so nothing was signed.`,
    'Check the disk, then start the daemon again.',
    cause,
  )
}
