import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { ValidatorError } from '../../../validator/src/errors.ts'
import { derive } from '../../../validator/src/keys/kdf.ts'
import { decryptKey, encryptKey } from '../../../validator/src/keys/keystore.ts'
import { readPassword } from '../../../validator/src/keys/password.ts'
import {
  listKeys,
  openKey,
  saveKey,
} from '../../../validator/src/keys/store.ts'
import { refusalCode } from '../../helpers/validator/refusal.ts'

/** Cheap enough for a test; the default takes a second. */
const cost = 2 ** 10
const password = 'correct horse'

/** Published with the definition of Web3 Secret Storage. */
const published = {
  privateKey:
    '0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d',
  password: 'testpassword',
  pbkdf2: {
    crypto: {
      cipher: 'aes-128-ctr',
      cipherparams: { iv: '6087dab2f9fdbbfaddc31a909735c1e6' },
      ciphertext:
        '5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46',
      kdf: 'pbkdf2',
      kdfparams: {
        c: 262144,
        dklen: 32,
        prf: 'hmac-sha256',
        salt: 'ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd',
      },
      mac: '517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2',
    },
    id: '3198bc9c-6672-5ab3-d995-4942343ae5b6',
    version: 3,
  },
} as const

describe('validator', () => {
  describe('keys', () => {
    let folder = ''
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'openmesh-keys-'))
    })
    after(() => rm(folder, { recursive: true, force: true }))

    it('default: what is encrypted is decrypted', async () => {
      const privateKey = generatePrivateKey()
      const keystore = await encryptKey(privateKey, password, cost)
      expect(JSON.stringify(keystore)).to.not.include(privateKey.slice(2))
      expect(await decryptKey(keystore, password)).to.equal(privateKey)
    })

    it('behavior: opens the published keystore', async () => {
      const { pbkdf2, privateKey } = published
      expect(await decryptKey(pbkdf2, published.password)).to.equal(privateKey)
    })

    it('behavior: scrypt is that of RFC 7914', async () => {
      const salt = Buffer.from('SodiumChloride').toString('hex')
      const kdfparams = { dklen: 32, n: 16_384, r: 8, p: 1, salt } as const
      const derived = await derive('pleaseletmein', {
        kdf: 'scrypt',
        kdfparams,
      })
      expect(derived.toString('hex')).to.equal(
        '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
      )
    })

    it('behavior: the same key and password never give the same file', async () => {
      const privateKey = generatePrivateKey()
      const [a, b] = await Promise.all([
        encryptKey(privateKey, password, cost),
        encryptKey(privateKey, password, cost),
      ])
      expect(a.crypto.ciphertext).to.not.equal(b.crypto.ciphertext)
      expect(a.crypto.mac).to.not.equal(b.crypto.mac)
    })

    it('error: WrongPassword', async () => {
      const keystore = await encryptKey(generatePrivateKey(), password, cost)
      expect(await refusalCode(decryptKey(keystore, 'wrong'))).to.equal(
        'WrongPassword',
      )
    })

    it('error: WrongPassword for a changed ciphertext', async () => {
      const keystore = await encryptKey(generatePrivateKey(), password, cost)
      keystore.crypto.ciphertext = 'ab'.repeat(32)
      expect(await refusalCode(decryptKey(keystore, password))).to.equal(
        'WrongPassword',
      )
    })

    it('error: KeystoreUnreadable for costs that take the memory', async () => {
      const { crypto, ...rest } = await encryptKey(
        generatePrivateKey(),
        password,
        cost,
      )
      for (const changed of [{ n: 2 ** 40 }, { n: 3 }, { r: 1, n: 2 ** 18 }]) {
        const kdfparams = { ...crypto.kdfparams, ...changed }
        const keystore = { ...rest, crypto: { ...crypto, kdfparams } }
        expect(await refusalCode(decryptKey(keystore, password))).to.equal(
          'KeystoreUnreadable',
        )
      }
    })

    it('error: KeystoreUnreadable for an address of another key', async () => {
      const keystore = await encryptKey(generatePrivateKey(), password, cost)
      keystore.address = '11'.repeat(20)
      expect(await refusalCode(decryptKey(keystore, password))).to.equal(
        'KeystoreUnreadable',
      )
    })

    it('error: KeystoreUnreadable for what is no keystore', async () => {
      for (const value of [undefined, null, 7, [], {}, { version: 3 }])
        expect(await refusalCode(decryptKey(value, password))).to.equal(
          'KeystoreUnreadable',
        )
    })

    it('behavior: a saved key is for its owner alone, and never written over', async () => {
      const privateKey = generatePrivateKey()
      const save = () => saveKey({ folder, privateKey, password, cost })
      const { address, keystore } = await save()
      expect((await stat(keystore)).mode & 0o777).to.equal(0o600)
      expect(await refusalCode(save())).to.equal('KeyExists')
      expect(await listKeys(folder)).to.deep.equal([address.toLowerCase()])
      const account = await openKey({ folder, password })
      expect(account.address).to.equal(privateKeyToAccount(privateKey).address)
    })

    it('error: KeyAmbiguous and KeyMissing say which to pass', async () => {
      const privateKey = generatePrivateKey()
      await saveKey({ folder, privateKey, password, cost })
      expect(await refusalCode(openKey({ folder, password }))).to.equal(
        'KeyAmbiguous',
      )
      const nowhere = join(folder, 'nowhere')
      expect(
        await refusalCode(openKey({ folder: nowhere, password })),
      ).to.equal('KeyMissing')
    })

    it('behavior: the password is the first line of its file', async () => {
      const file = join(folder, 'password')
      await writeFile(file, 'pass word\nsecond line\n')
      expect(
        await readPassword({ file, environment: {}, purpose: 'open' }),
      ).to.equal('pass word')
    })

    it('behavior: the file goes before the environment', async () => {
      const file = join(folder, 'password')
      await writeFile(file, 'from the file')
      const environment = { VALIDATOR_PASSWORD: 'from the environment' }
      expect(
        await readPassword({ file, environment, purpose: 'open' }),
      ).to.equal('from the file')
      expect(await readPassword({ environment, purpose: 'open' })).to.equal(
        'from the environment',
      )
    })

    it('error: PasswordTooShort for a new key, PasswordMissing for none', async () => {
      const short = { VALIDATOR_PASSWORD: 'short' }
      expect(
        await refusalCode(
          readPassword({ environment: short, purpose: 'create' }),
        ),
      ).to.equal('PasswordTooShort')
      const none = { VALIDATOR_PASSWORD: '' }
      expect(
        await refusalCode(readPassword({ environment: none, purpose: 'open' })),
      ).to.equal('PasswordMissing')
    })

    it('behavior: every refusal says what to do', async () => {
      const error = await decryptKey({}, password).catch((thrown) => thrown)
      expect(error).to.be.instanceOf(ValidatorError)
      expect(error.remedy).to.not.equal('')
    })
  })
})
