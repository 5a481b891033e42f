import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type HomeContracts, homeContracts } from '@openmesh/sdk'
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  type Address,
  createPublicClient,
  defineChain,
  getAddress,
  http,
  isAddress,
  zeroAddress,
} from 'viem'
import { Book, type ChainAccess } from '../chain/book.ts'
import { ValidatorError } from '../errors.ts'
import { isRecord } from '../json.ts'
import { keyFiles, onlyKey } from '../keys/store.ts'
import type { Scope } from '../protection/statement.ts'

/** Options of every command that asks the home chain. */
export interface ChainOptions {
  rpc: string
  deployments: string
}

/** Options of every command that uses a key. */
export interface KeyOptions {
  folder: string
  key?: Address
}

/** Adds the options that say where the chain is. */
export function withChain(command: Command): Command {
  return command
    .addOption(
      new Option('--rpc <url>', 'JSON-RPC endpoint of the home chain')
        .env('VALIDATOR_RPC_URL')
        .default('http://127.0.0.1:8545'),
    )
    .option(
      '--deployments <folder>',
      'folder with the records of the home deployment',
      'deployments/home',
    )
}

/** Adds the options that say which key. */
export function withKey(command: Command): Command {
  return withFolder(command).option(
    '--key <address>',
    'which key, if there are several',
    parseAddress,
  )
}

/** Adds the option that says where keys lie. */
export function withFolder(command: Command): Command {
  return command.option('--folder <folder>', 'where keys lie', '.validator')
}

/** Adds the option that says where the password is. */
export function withPassword(command: Command): Command {
  return command.option(
    '--password-file <file>',
    'its first line is the password; else VALIDATOR_PASSWORD, else the terminal',
  )
}

/** Reads an address that a person typed. */
export function parseAddress(text: string): Address {
  if (isAddress(text, { strict: false })) return getAddress(text)
  throw new InvalidArgumentError('it is no address')
}

/**
 * @param least Smallest number that is taken.
 * @returns What reads a whole number that a person typed.
 */
export function parseCount(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (Number.isSafeInteger(value) && value >= least) return value
    throw new InvalidArgumentError(`it is no whole number from ${least} on`)
  }
}

/**
 * Connects to the chain, and makes sure that the contracts are on it.
 *
 * @param options Where.
 * @returns The chain, and what is remembered of it.
 * @throws ValidatorError `ChainSilent`, `NotDeployed`.
 */
export async function connect({
  deployments,
  rpc,
}: ChainOptions): Promise<{ chain: ChainAccess; chainId: number; book: Book }> {
  const contracts = await readContracts(deployments)
  const transport = http(rpc, { timeout: 20_000 })
  const chainId = await createPublicClient({ transport })
    .getChainId()
    .catch((error) => {
      throw new ValidatorError(
        'ChainSilent',
        `The chain does not answer at ${rpc}.`,
        'Check --rpc; `npm start` serves the devnet on port 8545.',
        error,
      )
    })
  const client = createPublicClient({
    chain: defineChain({
      id: chainId,
      name: 'home',
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: [rpc] } },
    }),
    transport,
    cacheTime: 0,
  })
  const { accountability } = contracts
  if ((await client.getCode({ address: accountability })) === undefined)
    throw new ValidatorError(
      'NotDeployed',
      `There is no Accountability contract at ${accountability} on chain ${chainId}.`,
      'Name the chain with --rpc and its records with --deployments.',
    )
  const chain = { client, contracts }
  return { chain, chainId, book: new Book(chain) }
}

async function readContracts(folder: string): Promise<HomeContracts> {
  const names = await readdir(folder).catch((error) => {
    throw new ValidatorError(
      'NotDeployed',
      `There are no records of a deployment in ${folder}.`,
      'Name their folder with --deployments.',
      error,
    )
  })
  const records = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => {
        const record: unknown = JSON.parse(
          await readFile(join(folder, name), 'utf8'),
        )
        return isRecord(record) && typeof record.address === 'string'
          ? [[name.slice(0, -5), record.address as Address] as const]
          : []
      }),
  )
  // A validator neither bridges nor redeems: those two are nowhere.
  return homeContracts(Object.fromEntries(records.flat()), {
    ccipRouter: zeroAddress,
    syntheticOpen: zeroAddress,
  })
}

/**
 * Finds the file of what a key signed.
 *
 * @param options Which key.
 * @param chainId Of the home chain.
 * @param accountability The contract it signs for.
 * @returns The file, and whose it has to be.
 */
export async function protectionOf(
  { folder, key }: KeyOptions,
  chainId: number,
  accountability: Address,
): Promise<{ path: string; scope: Scope }> {
  const signer = getAddress(key ?? (await onlyKey(folder)))
  return {
    path: keyFiles(folder, signer).protection,
    scope: { chainId, accountability, signer },
  }
}
