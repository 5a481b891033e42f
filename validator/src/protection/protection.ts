import type { Hex } from 'viem'
import { ValidatorError } from '../errors.ts'
import { type Disk, openJournal } from './journal.ts'
import { lock } from './lock.ts'
import { SignedHistory } from './rules.ts'
import type { Entry, Scope, Statement } from './statement.ts'

/** The only way to a signature: what is signed is on the disk before. */
export interface Protection {
  readonly scope: Scope
  readonly history: SignedHistory
  /**
   * Signs a statement unless it could contradict another one.
   *
   * @param statement What to say.
   * @param sign Makes the signature; called after the statement is on the disk.
   * @returns The signature.
   * @throws ValidatorError `WouldEquivocate`, `BelowWatermark`,
   * `ProtectionUnwritable`, `Closed`.
   */
  readonly guard: (
    statement: Statement,
    sign: (statement: Statement) => Promise<Hex>,
  ) => Promise<Hex>
  /** Adds what was signed elsewhere, or raises a floor. */
  readonly record: (entries: readonly Entry[]) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens the protection of a key, for this process alone.
 *
 * @param path The file of what it signed.
 * @param scope For which key and contract.
 * @param disk How to write; the real one when left out.
 * @returns The protection.
 * @throws ValidatorError `InUse`, and what `openJournal` throws.
 */
export async function openProtection(
  path: string,
  scope: Scope,
  disk?: Disk,
): Promise<Protection> {
  const held = lock(path)
  try {
    const journal = await openJournal(path, scope, disk)
    const history = new SignedHistory()
    for (const entry of journal.entries) history.add(entry)
    const inTurn = queue()
    let isOpen = true
    const assertOpen = () => {
      if (!isOpen)
        throw new ValidatorError(
          'Closed',
          'The protection is closed, so nothing is signed.',
          'Start the daemon again.',
        )
    }
    const record = async (entries: readonly Entry[]) => {
      assertOpen()
      await journal.append(entries)
      for (const entry of entries) history.add(entry)
    }
    return {
      scope,
      history,
      guard: (statement, sign) =>
        inTurn(async () => {
          assertOpen()
          if (history.judge(statement) === 'new')
            await record([{ type: 'signed', statement }])
          return sign(statement)
        }),
      record: (entries) => inTurn(() => record(entries)),
      close: () =>
        inTurn(async () => {
          if (!isOpen) return
          isOpen = false
          await journal.close()
          held.release()
        }),
    }
  } catch (error) {
    held.release()
    throw error
  }
}

/** One after the other: between judging and writing nobody else may judge. */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <result>(work: () => Promise<result>): Promise<result> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
