import { Command } from 'commander'
import { Pool } from '../aggregator/pool.ts'
import { serveAggregator } from '../aggregator/server.ts'
import { log } from './log.ts'
import { type ChainOptions, connect, parseCount, withChain } from './options.ts'
import { untilStopped } from './stop.ts'

type Options = ChainOptions & { host: string; port: number; settle: number }

/** `aggregator`: the web service through which members exchange signatures. */
export function aggregatorCommand(): Command {
  return withChain(new Command('aggregator'))
    .description('collect what members find and sign; it needs no key')
    .option(
      '--host <address>',
      'address to listen on; put a proxy with TLS before anything public',
      '127.0.0.1',
    )
    .option('--port <port>', 'port to listen on', parseCount(0), 8787)
    .option(
      '--settle <seconds>',
      'time for late observations, from the first one on',
      parseCount(0),
      600,
    )
    .action(serve)
}

async function serve(options: Options): Promise<void> {
  const stopped = untilStopped()
  const { book } = await connect(options)
  const pool = new Pool(book, { settleMs: options.settle * 1_000 })
  const { close, url } = await serveAggregator(pool, {
    hostname: options.host,
    port: options.port,
  })
  log('listening', { url })
  await new Promise<void>((resolve) =>
    stopped.addEventListener('abort', () => resolve()),
  )
  await close()
}
