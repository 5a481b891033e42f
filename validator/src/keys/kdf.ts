import { pbkdf2, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/** How a password becomes a key: the two ways of Web3 Secret Storage. */
export type Kdf =
  | {
      kdf: 'scrypt'
      kdfparams: {
        dklen: 32
        n: number
        r: number
        p: number
        salt: string
      }
    }
  | {
      kdf: 'pbkdf2'
      kdfparams: { dklen: 32; c: number; prf: 'hmac-sha256'; salt: string }
    }

/** Costs that wallets use by default: about a second. */
const COST = 2 ** 18
/** A keystore from elsewhere must not take the machine's memory. */
const MAX_MEMORY = 2 ** 30
const MAX_PARALLEL = 16
const MAX_ITERATIONS = 10_000_000

/**
 * @param cost Scrypt's N, a power of two.
 * @returns Parameters with a fresh salt.
 */
export function scryptKdf(cost = COST): Kdf & { kdf: 'scrypt' } {
  return {
    kdf: 'scrypt',
    kdfparams: {
      dklen: 32,
      n: cost,
      r: 8,
      p: 1,
      salt: randomBytes(32).toString('hex'),
    },
  }
}

/**
 * Reads parameters that somebody else wrote.
 *
 * @param kdf Its name.
 * @param params What was parsed.
 * @returns The parameters; undefined for unknown ones and for excessive costs.
 */
export function readKdf(kdf: unknown, params: unknown): Kdf | undefined {
  if (typeof params !== 'object' || params === null) return undefined
  const { c, dklen, n, p, prf, r, salt } = params as Record<string, unknown>
  if (dklen !== 32 || typeof salt !== 'string') return undefined
  if (!/^([0-9a-f]{2})+$/i.test(salt)) return undefined
  if (kdf === 'scrypt' && isCount(n) && isCount(r) && isCount(p)) {
    // RFC 7914 bounds N by r, which OpenSSL enforces.
    const isBounded =
      128 * n * r <= MAX_MEMORY && p <= MAX_PARALLEL && n < 2 ** (16 * r)
    if (!isBounded || n < 2 || !Number.isInteger(Math.log2(n))) return undefined
    return { kdf, kdfparams: { dklen, n, r, p, salt } }
  }
  if (kdf === 'pbkdf2' && prf === 'hmac-sha256' && isCount(c))
    return c <= MAX_ITERATIONS
      ? { kdf, kdfparams: { dklen, c, prf, salt } }
      : undefined
  return undefined
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0
}

/**
 * @param password The password, taken in the form of Unicode that other wallets
 * take: as it was typed.
 * @param parameters How.
 * @returns 32 bytes: half for the cipher, half for the check.
 */
export async function derive(
  password: string,
  parameters: Kdf,
): Promise<Buffer> {
  const salt = Buffer.from(parameters.kdfparams.salt, 'hex')
  if (parameters.kdf === 'pbkdf2')
    return promisify(pbkdf2)(
      password,
      salt,
      parameters.kdfparams.c,
      32,
      'sha256',
    )
  const { n, p, r } = parameters.kdfparams
  return new Promise((resolve, reject) => {
    const limits = { N: n, r, p, maxmem: 256 * n * r + 128 * r * p + 2 ** 20 }
    scrypt(password, salt, 32, limits, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
