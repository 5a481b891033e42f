import {
  type Abi,
  type Address,
  type ContractEventName,
  isAddressEqual,
  type Log,
  parseEventLogs,
  type ParseEventLogsReturnType,
} from 'viem'
import { OpenmeshError } from '../errors/OpenmeshError.ts'

/**
 * The first event of that name which the contract emitted.
 *
 * @throws OpenmeshError `EventMissing` when the logs hold none: then the
 * address is of another contract or version.
 */
export function firstEvent<
  const abi extends Abi,
  name extends ContractEventName<abi>,
>(
  abi: abi,
  eventName: name,
  address: Address,
  logs: Log[],
): ParseEventLogsReturnType<abi, name, true>[number] {
  const [event] = parseEventLogs({
    abi,
    eventName,
    logs: logs.filter((log) => isAddressEqual(log.address, address)),
  })
  if (event !== undefined)
    return event as ParseEventLogsReturnType<abi, name, true>[number]
  throw new OpenmeshError({
    errorName: 'EventMissing',
    args: [eventName, address],
    shortMessage: `${address} emitted no ${eventName}.`,
    remedy: 'Check that the address is that of this version of the contract.',
  })
}
