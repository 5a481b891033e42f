import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublic } from './address.ts'

/** What a host may cost. */
export interface GetLimits {
  /** Milliseconds for everything, redirects included. */
  readonly timeoutMs: number
  /** Most bytes of an answer. */
  readonly maxBytes: number
  /** Most redirects that are followed. */
  readonly maxRedirects: number
  /** `any` reaches the own machine and network too: on a devnet. */
  readonly addresses: 'public' | 'any'
}

/** Why nothing usable came back. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/**
 * Gets a page of a host that nobody vouches for: in bounded time and size, and
 * from nowhere but the public internet. The address is judged when it is
 * connected to, so that a name cannot mean another one by then.
 *
 * @param url The page.
 * @param limits What it may cost.
 * @returns The body of an answer of status 200.
 * @throws NoAnswer with the reason.
 */
export async function get(url: string, limits: GetLimits): Promise<string> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  let target = parse(url)
  for (let hop = 0; hop <= limits.maxRedirects; hop++) {
    const answer = await open(target, limits, signal)
    const { location } = answer.headers
    if (!isRedirect(answer.statusCode)) return readAll(answer, limits, signal)
    answer.destroy()
    if (location === undefined) throw new NoAnswer('redirected to nowhere')
    target = parse(location, target)
  }
  throw new NoAnswer(`redirected more than ${limits.maxRedirects} times`)
}

function isRedirect(status: number | undefined): boolean {
  return status !== undefined && [301, 302, 303, 307, 308].includes(status)
}

function parse(url: string, base?: URL): URL {
  const target = URL.parse(url, base?.href)
  if (target === null) throw new NoAnswer('the endpoint is no URL')
  if (target.protocol !== 'http:' && target.protocol !== 'https:')
    throw new NoAnswer(`${target.protocol} is not HTTP`)
  return target
}

function open(
  target: URL,
  { addresses }: GetLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  // A literal address is connected to without a look-up.
  const host = target.hostname.replace(/^\[|\]$/g, '')
  if (addresses === 'public' && isIP(host) !== 0 && !isPublic(host))
    throw new NoAnswer(`${host} is not a public address`)
  const request = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((settle, reject) => {
    const call = request(target, {
      signal,
      // No connection is kept: one host does not see what another one is asked.
      agent: false,
      headers: {
        accept: 'application/json',
        'user-agent': 'openmesh-validator',
      },
      ...(addresses === 'public' ? { lookup: lookupPublic } : {}),
    })
    call.on('response', settle)
    call.on('error', (error) => reject(toNoAnswer(error, signal)))
    call.end()
  })
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, [])
    const usable = found.filter(({ address }) => isPublic(address))
    const [first] = usable
    if (first === undefined)
      return callback(new NoAnswer(`${hostname} has no public address`), [])
    if (options.all === true) return callback(null, usable)
    return callback(null, first.address, first.family)
  })
}

async function readAll(
  answer: IncomingMessage,
  { maxBytes }: GetLimits,
  signal: AbortSignal,
): Promise<string> {
  if (answer.statusCode !== 200) {
    answer.destroy()
    throw new NoAnswer(`status ${answer.statusCode}`)
  }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of answer) {
      size += chunk.length
      if (size > maxBytes) throw new NoAnswer(`more than ${maxBytes} bytes`)
      chunks.push(chunk)
    }
  } catch (error) {
    throw toNoAnswer(error, signal)
  } finally {
    answer.destroy()
  }
  return Buffer.concat(chunks).toString('utf8')
}

function toNoAnswer(error: unknown, signal: AbortSignal): NoAnswer {
  if (error instanceof NoAnswer) return error
  if (signal.aborted) return new NoAnswer('timed out', { cause: error })
  const reason = error instanceof Error ? error.message : String(error)
  return new NoAnswer(reason, { cause: error })
}
