import { Command } from 'commander'
import { type Address, createWalletClient, http, parseAbi } from 'viem'
import { aggregatorAt } from '../aggregator/client.ts'
import type { ChainAccess } from '../chain/book.ts'
import { Turns } from '../daemon/turns.ts'
import { Validator } from '../daemon/validator.ts'
import { Witness } from '../daemon/witness.ts'
import { ValidatorError } from '../errors.ts'
import { readPassword } from '../keys/password.ts'
import { openKey } from '../keys/store.ts'
import { defaultLimits } from '../probe/probe.ts'
import { openProtection } from '../protection/protection.ts'
import { log } from './log.ts'
import {
  type ChainOptions,
  connect,
  type KeyOptions,
  parseAddress,
  parseCount,
  protectionOf,
  withChain,
  withKey,
  withPassword,
} from './options.ts'
import { sleep, untilStopped } from './stop.ts'

interface Options extends ChainOptions, KeyOptions {
  passwordFile?: string
  aggregator: string[]
  sender?: Address
  interval: number
  confirmations: number
  fromBlock: number
  privateHosts: boolean
}

const keyAbi = parseAbi([
  'function keyOf(address signer) view returns ((uint32 validator, uint64 fromRound, uint64 toRound))',
])

/** `run`: the daemon of a validator. */
export function runCommand(): Command {
  return withPassword(withKey(withChain(new Command('run'))))
    .description('do the duty of a validator until stopped')
    .requiredOption(
      '--aggregator <url...>',
      'aggregators to exchange signatures through, best first',
    )
    .option(
      '--sender <address>',
      'key in the same folder and with the same password that pays for transactions; the signing key when left out',
      parseAddress,
    )
    .option('--interval <seconds>', 'time between ticks', parseCount(1), 30)
    .option(
      '--confirmations <blocks>',
      'blocks after the block of a round before it is believed',
      parseCount(0),
      64,
    )
    .option(
      '--from-block <block>',
      'block of the deployment, to search hosts from',
      parseCount(0),
      0,
    )
    .option(
      '--private-hosts',
      'probe addresses of the own machine and network too: on a devnet',
      false,
    )
    .action(run)
}

async function run(options: Options): Promise<void> {
  const stopped = untilStopped()
  const { book, chain, chainId } = await connect(options)
  const password = await readPassword({
    file: options.passwordFile,
    purpose: 'open',
  })
  const { folder } = options
  const key = await openKey({ folder, password, address: options.key })
  const sender =
    options.sender === undefined
      ? key
      : await openKey({ folder, password, address: options.sender })
  const { path, scope } = await protectionOf(
    { ...options, key: key.address },
    chainId,
    chain.contracts.accountability,
  )
  const protection = await openProtection(path, scope)
  try {
    const validator = await validatorOf(chain, key.address)
    const daemon = new Validator({
      validator,
      book,
      key,
      protection,
      wallet: createWalletClient({
        account: sender,
        chain: chain.client.chain as NonNullable<typeof chain.client.chain>,
        transport: http(options.rpc),
      }),
      aggregators: options.aggregator.map(aggregatorAt),
      limits: {
        ...defaultLimits,
        addresses: options.privateHosts ? 'any' : 'public',
      },
      confirmations: BigInt(options.confirmations),
      fromBlock: BigInt(options.fromBlock),
      turns: new Turns(),
      witness: new Witness(),
      log,
    })
    log('started', { validator, key: key.address, sender: sender.address })
    while (!stopped.aborted) {
      await daemon.tick().catch((error: Error) =>
        // The chain is away: everything else is caught where it happens.
        log('failed', { step: 'tick', reason: error.message.split('\n')[0] }),
      )
      await sleep(options.interval * 1_000, stopped)
    }
    log('stopped')
  } finally {
    await protection.close()
  }
}

async function validatorOf(
  { client, contracts }: ChainAccess,
  signer: Address,
): Promise<bigint> {
  const { validator } = await client.readContract({
    address: contracts.validatorStaking,
    abi: keyAbi,
    functionName: 'keyOf',
    args: [signer],
  })
  if (validator !== 0) return BigInt(validator)
  throw new ValidatorError(
    'KeyUnregistered',
    `The key ${signer} is no validator’s.`,
    'Register it: `keys prove` makes the proof that `registerValidator` takes.',
  )
}
