import { getAbiItem } from 'viem'
import { getLogs } from 'viem/actions'
import {
  xnodeOneAbi,
  xnodeRegistryAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import { checkChain, checkCode } from '../../internal/check.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type Host, toHost } from './host.ts'

const hostSet = getAbiItem({ abi: xnodeRegistryAbi, name: 'HostSet' })

/**
 * Lists the machines of all units that should answer: the term of the unit runs
 * and its owner or tenant of now has set a host with a key and an endpoint.
 *
 * The node must still have the state of the last block searched.
 *
 * @param client Client to read with.
 * @param parameters Which blocks to search, and units known from a search of
 * those before.
 * @returns The machines as of the last block searched, by unit number, and all
 * units that ever had one, for the next search.
 * @throws OpenmeshError `AmountTooSmall` for a range of no blocks,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { hosts } = await listHosts(client, { contracts })
 */
export async function listHosts(
  client: ReadClient,
  parameters: listHosts.Parameters,
): Promise<listHosts.ReturnType> {
  const { chainId, contracts, known = [] } = parameters
  await checkChain(client, chainId)
  await checkCode(client, contracts.xnodeRegistry)
  const { found, toBlock } = await searchBlocks(
    client,
    parameters,
    async (fromBlock, end) => {
      const logs = await getLogs(client, {
        address: contracts.xnodeRegistry,
        event: hostSet,
        fromBlock,
        toBlock: end,
        strict: true,
      })
      return logs.map(({ args }) => args.unit)
    },
  )
  const units = [...new Set([...known, ...found])].sort((a, b) =>
    a < b ? -1 : 1,
  )
  const [states, isActive] = await Promise.all([
    readAll(
      client,
      units.map(
        (unit) =>
          ({
            address: contracts.xnodeRegistry,
            abi: xnodeRegistryAbi,
            functionName: 'hostOf',
            args: [unit],
          }) as const,
      ),
      toBlock,
    ),
    readAll(
      client,
      units.map(
        (unit) =>
          ({
            address: contracts.xnodeOne,
            abi: xnodeOneAbi,
            functionName: 'isActive',
            args: [unit],
          }) as const,
      ),
      toBlock,
    ),
  ])
  const hosts = units.flatMap((unit, index) => {
    const state = states[index]
    const host = state && toHost(state)
    return isActive[index] === true && host?.isCurrent && isComplete(host)
      ? [{ ...host, unit }]
      : []
  })
  return { hosts, units, toBlock }
}

function isComplete(host: Host): host is listHosts.CompleteHost {
  return host.key !== undefined && host.endpoint !== ''
}

export namespace listHosts {
  export interface Parameters extends ActionParameters, BlockParameters {
    /** Units that an earlier search found; none when left out. */
    known?: readonly bigint[] | undefined
  }
  /** A machine that should answer. */
  export type CompleteHost = Host & { key: NonNullable<Host['key']> }
  export interface ReturnType {
    hosts: (CompleteHost & { unit: bigint })[]
    /** Every unit that ever had a host. */
    units: bigint[]
    /** The block all this is of. */
    toBlock: bigint
  }
  export type ErrorType = ActionErrorType
}
