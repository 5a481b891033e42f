import { readFile } from 'node:fs/promises'
import { type ReadClient, signProofOfPossession } from '@openmesh/sdk'
import { Command } from 'commander'
import { type Address, type Hex, isHex, size } from 'viem'
import { generatePrivateKey } from 'viem/accounts'
import { toJson } from '../json.ts'
import { decryptKey } from '../keys/keystore.ts'
import { readPassword } from '../keys/password.ts'
import { listKeys, openKey, parsed, saveKey } from '../keys/store.ts'
import {
  type ChainOptions,
  connect,
  type KeyOptions,
  parseAddress,
  parseCount,
  withChain,
  withFolder,
  withKey,
  withPassword,
} from './options.ts'

interface PasswordOptions {
  passwordFile?: string
}

/** Results go to stdout, as JSON; all else to stderr. */
export const print = (value: unknown) =>
  process.stdout.write(`${toJson(value, 2)}\n`)

/** `keys`: makes, takes over and shows signing keys. */
export function keysCommand(): Command {
  const keys = new Command('keys').description('make and show signing keys')
  withPassword(withFolder(keys.command('create')))
    .description('make a new key and keep it encrypted')
    .action((options: KeyOptions & PasswordOptions) =>
      keep(generatePrivateKey(), options),
    )
  withPassword(withFolder(keys.command('import')))
    .description('take over a keystore (version 3), or a file with a raw key')
    .argument('<file>', 'the keystore, or the raw key: 64 hexadecimal digits')
    .option('--from-password-file <file>', 'password of the keystore given')
    .action(importKey)
  withFolder(keys.command('show'))
    .description('list the keys')
    .action(async ({ folder }: KeyOptions) => {
      print(await listKeys(folder))
    })
  withPassword(withKey(withChain(keys.command('prove'))))
    .description('prove possession of the key, for the registration')
    .requiredOption('--operator <address>', 'who registers', parseAddress)
    .option('--hours <hours>', 'how long the proof is good', parseCount(1), 24)
    .action(prove)
  return keys
}

async function importKey(
  file: string,
  options: KeyOptions & PasswordOptions & { fromPasswordFile?: string },
): Promise<void> {
  const text = (await readFile(file, 'utf8')).trim()
  const raw = text.startsWith('0x') ? text : `0x${text}`
  if (isHex(raw) && size(raw) === 32) return keep(raw, options)
  const password = await readPassword({
    file: options.fromPasswordFile ?? options.passwordFile,
    purpose: 'open',
  })
  return keep(await decryptKey(parsed(text), password), options)
}

async function keep(
  privateKey: Hex,
  { folder, passwordFile }: KeyOptions & PasswordOptions,
): Promise<void> {
  const password = await readPassword({ file: passwordFile, purpose: 'create' })
  print(await saveKey({ folder, privateKey, password }))
}

async function prove(
  options: ChainOptions &
    KeyOptions &
    PasswordOptions & { operator: Address; hours: number },
): Promise<void> {
  const { folder, hours, key, operator, passwordFile } = options
  const { chain } = await connect(options)
  const password = await readPassword({ file: passwordFile, purpose: 'open' })
  const signer = await openKey({ folder, password, address: key })
  const { timestamp } = await chain.client.getBlock()
  const proof = await signProofOfPossession(chain.client as ReadClient, {
    contracts: chain.contracts,
    operator,
    deadline: timestamp + BigInt(hours) * 3_600n,
    signer,
  })
  print(proof)
}
