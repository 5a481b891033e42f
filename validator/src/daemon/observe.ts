import { listHosts, reportTypes } from '@openmesh/sdk'
import { recoverTypedDataAddress, type TypedDataDomain } from 'viem'
import type { Aggregator } from '../aggregator/client.ts'
import type { ObservationMessage } from '../aggregator/wire.ts'
import { domainOf } from '../chain/book.ts'
import { observedTopic } from '../chain/kinds.ts'
import { lastBlockBefore } from '../chain/time.ts'
import { ValidatorError } from '../errors.ts'
import { probeAll } from '../probe/probe.ts'
import type { HostReport } from '../probe/report.ts'
import { type Observed, observedRoot } from '../round/observed.ts'
import { type Duty, type OwnRound, reader, say } from './duty.ts'

type Target = listHosts.CompleteHost & { unit: bigint }

/** What the prober keeps between rounds. */
export interface Memory {
  units: readonly bigint[]
  searchedTo: bigint
  domain?: TypedDataDomain
  /** What was found last, and who was not told yet. */
  message?: ObservationMessage
  untold: readonly Aggregator[]
}

/**
 * Looks at all machines, once a round, and tells the aggregators what it found.
 *
 * @param duty Of the validator.
 * @param own The round, which is the current one.
 * @param memory From the rounds before.
 * @returns Whether it is done with this round.
 */
export async function observe(
  duty: Duty,
  { round }: OwnRound,
  memory: Memory,
): Promise<boolean> {
  const { history } = duty.protection
  // Another look could find something else, which must not be signed.
  if (history.rootOf(observedTopic(round)) !== undefined)
    return memory.message?.round !== round || tell(duty, memory)
  const { client } = duty.book.chain
  const latest = await client.getBlock()
  const block = await lastBlockBefore(client, round, latest)
  if (block === undefined || latest.number < block + duty.confirmations)
    return false
  const { hosts, units } = await listHosts(reader(duty).client, {
    contracts: duty.book.chain.contracts,
    known: memory.units,
    fromBlock: memory.searchedTo,
    toBlock: block,
  })
  memory.units = units
  memory.searchedTo = block + 1n
  memory.domain ??= await domainOf(
    client,
    duty.book.chain.contracts.xnodeRegistry,
  )
  const { domain } = memory
  const found = await probeAll<Target>(
    hosts,
    (host, report) => isGenuine(duty, domain, host, report, latest.timestamp),
    duty.limits,
  )
  const observed: Observed = { round, block, units: found }
  const signature = await say(
    duty,
    observedTopic(round),
    observedRoot(observed),
  )
  const reachable = found.filter((unit) => unit.reachable).length
  duty.log('observed', { round, units: found.length, reachable })
  memory.message = { ...observed, signature }
  memory.untold = duty.aggregators
  return tell(duty, memory)
}

/** @returns Whether every aggregator has the message. */
async function tell(duty: Duty, memory: Memory): Promise<boolean> {
  const { message, untold } = memory
  if (message === undefined) return true
  const silent: Aggregator[] = []
  for (const aggregator of untold)
    await aggregator.observe(message).catch((error) => {
      silence(duty, error)
      silent.push(aggregator)
    })
  memory.untold = silent
  return silent.length === 0
}

/** One aggregator that is away must not keep a validator from the others. */
export function silence({ log }: Duty, error: unknown): void {
  if (!(error instanceof ValidatorError)) throw error
  log('aggregator-silent', { reason: error.shortMessage })
}

/** How old a report may be, and how far ahead a host's clock, in seconds. */
const MAX_AGE = 86_400n
const MAX_AHEAD = 3_600n

/** Whether a host's key of now signed it, lately. */
async function isGenuine(
  { book }: Duty,
  domain: TypedDataDomain,
  { key, setAt }: Target,
  report: HostReport,
  now: bigint,
): Promise<boolean> {
  const { deadline, generation, reportedAt, signature, stateHash, unit } =
    report
  if (deadline < now || reportedAt < setAt) return false
  if (reportedAt + MAX_AGE < now || reportedAt > now + MAX_AHEAD) return false
  const typed = {
    domain,
    types: reportTypes,
    primaryType: 'Report',
    message: {
      unit,
      generation,
      stateHash,
      reportedAt: Number(reportedAt),
      deadline,
    },
    signature,
  } as const
  const signer = await recoverTypedDataAddress(typed).catch(() => undefined)
  if (signer === key) return true
  // A contract wallet may stand behind the key.
  const { client } = book.chain
  if ((await client.getCode({ address: key })) === undefined) return false
  return client.verifyTypedData({ ...typed, address: key }).catch(() => false)
}
