import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { ValidatorError } from '../errors.ts'
import { aggregatorApp } from './app.ts'
import type { Pool } from './pool.ts'

export interface AggregatorServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves an aggregator.
 *
 * @param pool Where things are kept.
 * @param options The address, the own machine's at best, and the port; 0 takes a
 * free one.
 * @returns Where it is reached, and what stops it.
 * @throws ValidatorError `PortTaken`.
 */
export async function serveAggregator(
  pool: Pool,
  options: { hostname: string; port: number },
): Promise<AggregatorServer> {
  const { fetch } = aggregatorApp(pool)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, ...options }, (info) =>
      resolve({ url: urlOf(info), close }),
    )
    // Whoever sends byte by byte does not hold a connection for long.
    if ('requestTimeout' in server) {
      server.requestTimeout = 30_000
      server.headersTimeout = 10_000
    }
    server.once('error', (cause) =>
      reject(
        new ValidatorError(
          'PortTaken',
          `The aggregator cannot listen on ${options.hostname}, port ${options.port}.`,
          'Choose another --host or --port.',
          cause,
        ),
      ),
    )
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
  })
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
