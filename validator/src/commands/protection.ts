import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { roundOf } from '../chain/time.ts'
import { toJson } from '../json.ts'
import { parsed } from '../keys/store.ts'
import { exportSigned, importSigned } from '../protection/interchange.ts'
import { createJournal } from '../protection/journal.ts'
import { openProtection } from '../protection/protection.ts'
import { ALL_KINDS } from '../protection/statement.ts'
import { print } from './keys.ts'
import {
  type ChainOptions,
  connect,
  type KeyOptions,
  protectionOf,
  withChain,
  withKey,
} from './options.ts'

type Options = ChainOptions & KeyOptions

/**
 * Rounds a new file skips: nobody knows what the key signed before, and it may
 * have been about the round that is running, or the next one by a fast clock.
 */
const SKIPPED = 2n

/** `protection`: the file that keeps a key from contradicting itself. */
export function protectionCommand(): Command {
  const protection = new Command('protection').description(
    'the file that keeps a key from contradicting itself',
  )
  withKey(withChain(protection.command('new')))
    .description('start one: the key signs from the round after next on')
    .action(begin)
  withKey(withChain(protection.command('show')))
    .description('what was signed, and from which rounds on the key signs')
    .action(show)
  withKey(withChain(protection.command('export')))
    .description('write it for another machine; stop the daemon here for ever')
    .argument('<file>', 'where to')
    .addOption(
      new Option('--extent <extent>', 'every statement, or only the last round')
        .choices(['complete', 'minimal'])
        .default('complete'),
    )
    .action(write)
  withKey(withChain(protection.command('import')))
    .description('take over what the key signed on another machine')
    .argument('<file>', 'what `export` wrote there')
    .action(take)
  return protection
}

async function begin(options: Options): Promise<void> {
  const { path, round, scope } = await locate(options)
  const floor = round + SKIPPED
  await createJournal(path, scope, [
    { type: 'floor', kind: ALL_KINDS, round: floor },
  ])
  print({ path, signsFrom: floor })
}

async function show(options: Options): Promise<void> {
  const { path, scope } = await locate(options)
  const protection = await openProtection(path, scope)
  const { history } = protection
  print({
    path,
    signsFrom: history.floors(),
    statements: history.statements().length,
    last: history.statements().at(-1),
  })
  await protection.close()
}

async function write(
  file: string,
  options: Options & { extent: 'complete' | 'minimal' },
): Promise<void> {
  const { path, scope } = await locate(options)
  const protection = await openProtection(path, scope)
  const content = exportSigned(protection, options.extent)
  await writeFile(file, `${toJson(content, 2)}\n`, { flag: 'wx' })
  await protection.close()
  print({ file, attestations: content.data[0]?.signed_attestations.length })
}

async function take(file: string, options: Options): Promise<void> {
  const { path, scope } = await locate(options)
  const content = parsed(await readFile(file, 'utf8'))
  const entries = importSigned(content, scope)
  if (existsSync(path)) {
    const protection = await openProtection(path, scope)
    await protection.record(entries)
    await protection.close()
  } else await createJournal(path, scope, entries)
  print({ path, imported: entries.length })
}

async function locate(options: Options) {
  const { chain, chainId } = await connect(options)
  const { accountability } = chain.contracts
  const { timestamp } = await chain.client.getBlock()
  const found = await protectionOf(options, chainId, accountability)
  return { ...found, round: roundOf(timestamp) }
}
