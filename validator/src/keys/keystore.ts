import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto'
import {
  type Address,
  bytesToHex,
  type Hex,
  hexToBytes,
  isAddressEqual,
  keccak256,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { ValidatorError } from '../errors.ts'
import { derive, type Kdf, readKdf, scryptKdf } from './kdf.ts'

/** An encrypted key as wallets keep it: Web3 Secret Storage, version 3. */
export interface Keystore {
  version: 3
  id: string
  /** Lower case, without 0x, as others write it. */
  address: string
  crypto: {
    cipher: 'aes-128-ctr'
    cipherparams: { iv: string }
    ciphertext: string
    mac: string
  } & Kdf
}

const CIPHER = 'aes-128-ctr'

/**
 * Encrypts a private key under a password.
 *
 * @param privateKey 32 bytes.
 * @param password Any text that is not empty.
 * @param cost Scrypt's N, a power of two: 2^18 takes about a second and 256 MB.
 * @returns The keystore.
 */
export async function encryptKey(
  privateKey: Hex,
  password: string,
  cost?: number,
): Promise<Keystore> {
  const kdf = scryptKdf(cost)
  const derived = await derive(password, kdf)
  const iv = randomBytes(16)
  const cipher = createCipheriv(CIPHER, derived.subarray(0, 16), iv)
  const ciphertext = Buffer.concat([
    cipher.update(hexToBytes(privateKey)),
    cipher.final(),
  ])
  return {
    version: 3,
    id: randomUUID(),
    address: privateKeyToAccount(privateKey).address.slice(2).toLowerCase(),
    crypto: {
      cipher: CIPHER,
      cipherparams: { iv: iv.toString('hex') },
      ciphertext: ciphertext.toString('hex'),
      ...kdf,
      mac: macOf(derived, ciphertext).toString('hex'),
    },
  }
}

/**
 * Decrypts a keystore of any wallet.
 *
 * @param keystore What was parsed from the file.
 * @param password Its password.
 * @returns The private key.
 * @throws ValidatorError `KeystoreUnreadable`, `WrongPassword`.
 */
export async function decryptKey(
  keystore: unknown,
  password: string,
): Promise<Hex> {
  const { address, crypto } = readKeystore(keystore)
  const derived = await derive(password, crypto)
  const ciphertext = Buffer.from(crypto.ciphertext, 'hex')
  const mac = Buffer.from(crypto.mac, 'hex')
  const expected = macOf(derived, ciphertext)
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected))
    throw new ValidatorError(
      'WrongPassword',
      'The password does not open this keystore.',
      'Give the password it was created with.',
    )
  const decipher = createDecipheriv(
    CIPHER,
    derived.subarray(0, 16),
    Buffer.from(crypto.cipherparams.iv, 'hex'),
  )
  const privateKey = bytesToHex(
    Buffer.concat([decipher.update(ciphertext), decipher.final()]),
  )
  const actual = privateKeyToAccount(privateKey).address
  if (address !== undefined && !isAddressEqual(actual, address))
    throw unreadable(`its key belongs to ${actual}, not to ${address}`)
  return privateKey
}

/** What says that the password was right, before anything is decrypted. */
function macOf(derived: Buffer, ciphertext: Buffer): Buffer {
  return Buffer.from(
    keccak256(Buffer.concat([derived.subarray(16, 32), ciphertext]), 'bytes'),
  )
}

/** Other wallets write `Crypto`, leave the address out or put 0x before it. */
function readKeystore(value: unknown): {
  address: Address | undefined
  crypto: Keystore['crypto']
} {
  const store = recordOf(value, 'it is no JSON object')
  if (store.version !== 3) throw unreadable('its version is not 3')
  const crypto = recordOf(store.crypto ?? store.Crypto, 'it has no `crypto`')
  const params = recordOf(crypto.cipherparams, 'it has no `cipherparams`')
  if (crypto.cipher !== CIPHER)
    throw unreadable(`its cipher is ${crypto.cipher}, not ${CIPHER}`)
  const kdf = readKdf(crypto.kdf, crypto.kdfparams)
  if (kdf === undefined)
    throw unreadable('its `kdf` is unknown, or its costs are out of bounds')
  return {
    address: addressOf(store.address),
    crypto: {
      cipher: CIPHER,
      cipherparams: { iv: hexOf(params.iv, 16, 'iv') },
      ciphertext: hexOf(crypto.ciphertext, 32, 'ciphertext'),
      ...kdf,
      mac: hexOf(crypto.mac, 32, 'mac'),
    },
  }
}

function addressOf(value: unknown): Address | undefined {
  if (value === undefined || value === '') return undefined
  const digits = String(value).replace(/^0x/i, '').toLowerCase()
  return `0x${hexOf(digits, 20, 'address')}`
}

function hexOf(value: unknown, bytes: number, name: string): string {
  const isHex = typeof value === 'string' && /^[0-9a-f]*$/i.test(value)
  if (isHex && value.length === 2 * bytes) return value
  throw unreadable(`its \`${name}\` is not ${bytes} bytes of hex`)
}

function recordOf(value: unknown, reason: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null)
    return value as Record<string, unknown>
  throw unreadable(reason)
}

function unreadable(reason: string): ValidatorError {
  return new ValidatorError(
    'KeystoreUnreadable',
    `The keystore cannot be read: ${reason}.`,
    'Give a Web3 Secret Storage file of version 3.',
  )
}
