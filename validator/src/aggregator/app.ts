import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { toJson, toUint } from '../json.ts'
import type { Pool, Receipt } from './pool.ts'
import { readObservation, readSignature } from './wire.ts'

/** Room for what is found on about 15,000 units. */
const MAX_BODY = 2 * 2 ** 20

/** What a receipt is in HTTP. */
const statusOf = {
  kept: 201,
  known: 200,
  contradiction: 409,
  frozen: 409,
  'not-a-member': 403,
  'out-of-time': 422,
} as const satisfies Record<Receipt, number>

/**
 * The aggregator as a web service: members send what they found and what they
 * sign, anybody reads. It decides nothing: whoever reads checks the signatures,
 * and a member it leaves out goes to the chain by itself.
 *
 * @param pool Where things are kept.
 * @returns The application.
 */
export function aggregatorApp(pool: Pool): Hono {
  const app = new Hono()
  app.use(
    bodyLimit({
      maxSize: MAX_BODY,
      onError: (context) => refuse(context, 413, 'the body is too large'),
    }),
  )
  app.get('/health', (context) => context.json({ ok: true }))
  app.get('/evidence', (context) => json(context, pool.evidence()))
  app.get('/rounds/:round', async (context) => {
    const round = toUint(context.req.param('round'))
    if (round === undefined)
      return refuse(context, 400, 'the round is no number')
    return json(context, await pool.state(round))
  })
  app.get('/rounds/:round/units/:unit', async (context) => {
    const round = toUint(context.req.param('round'))
    const unit = toUint(context.req.param('unit'))
    if (round === undefined || unit === undefined)
      return refuse(context, 400, 'the round or unit is no number')
    const found = await pool.finding(round, unit)
    return found === undefined
      ? refuse(context, 404, 'nothing is agreed on this unit in this round')
      : json(context, found)
  })
  app.post('/rounds/:round/observations', (context) =>
    receive(context, readObservation, (message) =>
      pool.observe(message, message.signature),
    ),
  )
  app.post('/rounds/:round/signatures', (context) =>
    receive(context, readSignature, ({ root, round, signature }) =>
      pool.sign(round, root, signature),
    ),
  )
  app.notFound((context) => refuse(context, 404, 'there is no such address'))
  app.onError((_, context) =>
    refuse(context, 503, 'the chain could not be asked: try again'),
  )
  return app
}

async function receive<message>(
  context: Context,
  read: (round: bigint, value: unknown) => message | undefined,
  keep: (message: message) => Promise<Receipt>,
): Promise<Response> {
  const round = toUint(context.req.param('round'))
  if (round === undefined) return refuse(context, 400, 'the round is no number')
  const body = await context.req.json().catch(() => undefined)
  const message = read(round, body)
  if (message === undefined)
    return refuse(context, 400, 'the body is not what belongs here')
  const receipt = await keep(message)
  return json(context, { receipt }, statusOf[receipt])
}

function json(context: Context, value: unknown, status = 200): Response {
  return context.newResponse(toJson(value), status as 200, {
    'content-type': 'application/json',
  })
}

function refuse(context: Context, status: number, reason: string): Response {
  return json(context, { error: reason }, status)
}
