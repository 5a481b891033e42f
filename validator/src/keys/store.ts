import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address, Hex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { writeDurably } from '../disk.ts'
import { ValidatorError } from '../errors.ts'
import { decryptKey, encryptKey } from './keystore.ts'

/** What lies in a validator's folder for each key. */
export interface KeyFiles {
  readonly keystore: string
  /** What the key has signed: see `protection/`. */
  readonly protection: string
}

/**
 * @param folder The validator's folder.
 * @param address The key.
 * @returns Where its files lie.
 */
export function keyFiles(folder: string, address: Address): KeyFiles {
  const name = address.toLowerCase()
  return {
    keystore: join(folder, `${name}.json`),
    protection: join(folder, `${name}.signed`),
  }
}

/**
 * Keeps a key, encrypted; never over another file.
 *
 * @param parameters Folder, key, password and what the encryption costs.
 * @returns Where its files lie.
 * @throws ValidatorError `KeyExists`.
 */
export async function saveKey(parameters: {
  folder: string
  privateKey: Hex
  password: string
  cost?: number | undefined
}): Promise<KeyFiles & { address: Address }> {
  const { cost, folder, password, privateKey } = parameters
  const { address } = privateKeyToAccount(privateKey)
  const files = keyFiles(folder, address)
  if (existsSync(files.keystore))
    throw new ValidatorError(
      'KeyExists',
      `The key ${address} is in ${folder} already.`,
      'Use it, or choose another folder.',
    )
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const keystore = await encryptKey(privateKey, password, cost)
  await writeDurably(files.keystore, `${JSON.stringify(keystore, null, 2)}\n`)
  return { ...files, address }
}

/**
 * @param folder The validator's folder.
 * @returns The keys in it.
 */
export async function listKeys(folder: string): Promise<Address[]> {
  if (!existsSync(folder)) return []
  return (await readdir(folder))
    .map((name) => /^(0x[0-9a-f]{40})\.json$/.exec(name)?.[1])
    .filter((address) => address !== undefined)
    .sort() as Address[]
}

/**
 * Opens a key.
 *
 * @param parameters Folder, password, and which key if it has several.
 * @returns What signs with it.
 * @throws ValidatorError `KeyMissing`, `KeyAmbiguous`, and what `decryptKey`
 * throws.
 */
export async function openKey(parameters: {
  folder: string
  password: string
  address?: Address | undefined
}): Promise<PrivateKeyAccount> {
  const { folder, password } = parameters
  const address = parameters.address ?? (await onlyKey(folder))
  const { keystore } = keyFiles(folder, address)
  if (!existsSync(keystore)) throw keyMissing(`${address} in ${folder}`)
  const text = await readFile(keystore, 'utf8')
  return privateKeyToAccount(await decryptKey(parsed(text), password))
}

/**
 * @param folder The validator's folder.
 * @returns The key in it.
 * @throws ValidatorError `KeyMissing`, `KeyAmbiguous`.
 */
export async function onlyKey(folder: string): Promise<Address> {
  const [first, second] = await listKeys(folder)
  if (first === undefined) throw keyMissing(`in ${folder}`)
  if (second === undefined) return first
  throw new ValidatorError(
    'KeyAmbiguous',
    `There are several keys in ${folder}.`,
    `Pass --key with one of them, for example ${first}.`,
  )
}

function keyMissing(where: string): ValidatorError {
  return new ValidatorError(
    'KeyMissing',
    `There is no key ${where}.`,
    'Create or import one: npm run validator -- keys --help.',
  )
}

/**
 * @param text A file that should be JSON.
 * @returns What it says, or undefined, which no reader of keystores accepts.
 */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
