import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { ValidatorError } from '../errors.ts'

/** Where the password of a keystore comes from, the first that is given. */
export interface PasswordSource {
  /** A file whose first line it is. */
  file?: string | undefined
  /** The environment to look for `VALIDATOR_PASSWORD` in. */
  environment?: Readonly<Record<string, string | undefined>> | undefined
  /** Asked twice when the password is new, so that a slip does not lose a key. */
  purpose: 'create' | 'open'
}

/** A longer wait for whoever tries them all. */
const MIN_LENGTH = 8

/**
 * Gets a password from a file, the environment or the terminal.
 *
 * @param source Where to look.
 * @returns The password.
 * @throws ValidatorError `PasswordMissing`, `PasswordTooShort`,
 * `PasswordMismatch`.
 */
export async function readPassword(source: PasswordSource): Promise<string> {
  const password = await find(source)
  if (source.purpose === 'create' && password.length < MIN_LENGTH)
    throw new ValidatorError(
      'PasswordTooShort',
      `The password has ${password.length} characters.`,
      `Choose at least ${MIN_LENGTH}.`,
    )
  return password
}

async function find(source: PasswordSource): Promise<string> {
  const { environment = process.env, file, purpose } = source
  if (file !== undefined) {
    const [line = ''] = (await readFile(file, 'utf8')).split(/\r?\n/, 1)
    return present(line)
  }
  const given = environment.VALIDATOR_PASSWORD
  if (given !== undefined) return present(given)
  if (!process.stdin.isTTY) return present('')
  const password = await ask('Password: ')
  if (purpose === 'create' && password !== (await ask('Once more: ')))
    throw new ValidatorError(
      'PasswordMismatch',
      'The two passwords differ.',
      'Type the same one twice.',
    )
  return present(password)
}

function present(password: string): string {
  if (password !== '') return password
  throw new ValidatorError(
    'PasswordMissing',
    'There is no password.',
    'Pass --password-file, set VALIDATOR_PASSWORD, or run in a terminal.',
  )
}

/** Asks on the terminal without showing what is typed. */
function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({
    input: process.stdin,
    output: silent,
    terminal: true,
  })
  return new Promise((resolve, reject) => {
    terminal.on('SIGINT', () => {
      terminal.close()
      reject(
        new ValidatorError(
          'Interrupted',
          'No password was given.',
          'Run the command again.',
        ),
      )
    })
    terminal.question('', (answer) => {
      terminal.close()
      process.stderr.write('\n')
      resolve(answer)
    })
  })
}
