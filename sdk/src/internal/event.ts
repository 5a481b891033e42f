import {
  type Abi,
  type Address,
  type ContractEventName,
  isAddressEqual,
  type Log,
  type ParseEventLogsReturnType,
  parseEventLogs,
} from 'viem'
import { eventMissing } from '../errors/sdkErrors.ts'

/**
 * The events of that name, or of those names, in order.
 *
 * @param address The contract to believe; any when left out.
 */
export function allEvents<
  const abi extends Abi,
  const name extends ContractEventName<abi> | ContractEventName<abi>[],
>(
  abi: abi,
  eventName: name,
  logs: Log[],
  address?: Address | undefined,
): ParseEventLogsReturnType<abi, name, true> {
  return parseEventLogs({
    abi,
    eventName,
    logs: logs.filter(
      (log) => address === undefined || isAddressEqual(log.address, address),
    ),
  }) as ParseEventLogsReturnType<abi, name, true>
}

/**
 * The first event of that name, or of one of those names.
 *
 * @param address The contract to believe; any when left out.
 * @throws OpenmeshError `EventMissing` when the logs hold none: then the
 * address is of another contract or version.
 */
export function firstEvent<
  const abi extends Abi,
  const name extends ContractEventName<abi> | ContractEventName<abi>[],
>(
  abi: abi,
  eventName: name,
  logs: Log[],
  address?: Address | undefined,
): ParseEventLogsReturnType<abi, name, true>[number] {
  const [event] = allEvents(abi, eventName, logs, address)
  if (event === undefined) throw eventMissing(String(eventName), address)
  return event
}
