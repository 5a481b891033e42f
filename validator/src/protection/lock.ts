import { DatabaseSync } from 'node:sqlite'
import { ValidatorError } from '../errors.ts'

/**
 * Keeps every other process off a file. The lock is one of the operating
 * system's, held through SQLite: it ends with the process, however that dies,
 * so nothing stale is ever left to be judged. Not for network file systems,
 * whose locks may not hold.
 *
 * @param path The file that must have one user.
 * @returns What gives it back.
 * @throws ValidatorError `InUse`.
 */
export function lock(path: string): { release: () => void } {
  const database = new DatabaseSync(`${path}.lock`)
  try {
    database.exec('PRAGMA busy_timeout = 0')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw new ValidatorError(
      'InUse',
      `Another process signs with ${path}.`,
      'Stop it first: two processes with one key are how validators contradict themselves.',
      error,
    )
  }
  return { release: () => database.close() }
}
