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
 * The first event of that name.
 *
 * @param address The contract to believe; any when left out.
 * @throws OpenmeshError `EventMissing` when the logs hold none: then the
 * address is of another contract or version.
 */
export function firstEvent<
  const abi extends Abi,
  name extends ContractEventName<abi>,
>(
  abi: abi,
  eventName: name,
  logs: Log[],
  address?: Address | undefined,
): ParseEventLogsReturnType<abi, name, true>[number] {
  const [event] = parseEventLogs({
    abi,
    eventName,
    logs: logs.filter(
      (log) => address === undefined || isAddressEqual(log.address, address),
    ),
  })
  if (event === undefined) throw eventMissing(eventName as string, address)
  return event as ParseEventLogsReturnType<abi, name, true>[number]
}
