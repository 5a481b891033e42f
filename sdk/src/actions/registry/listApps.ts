import { type Address, getAbiItem, type Hex, isAddressEqual } from 'viem'
import { getLogs } from 'viem/actions'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import { checkAddress, checkChain, checkCode } from '../../internal/check.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type App, toApp } from './app.ts'

const published = getAbiItem({ abi: xnodeRegistryAbi, name: 'AppPublished' })
const handedOver = getAbiItem({
  abi: xnodeRegistryAbi,
  name: 'PublisherChanged',
})

/**
 * Lists the apps of the catalogue, or those of one publisher, by events.
 *
 * Anybody publishes: a list for people should know the publishers it trusts.
 *
 * @param client Client to read with.
 * @param parameters Whose apps, and which blocks to search.
 * @returns The apps as of the last block searched, in the order in which they
 * appeared.
 * @throws OpenmeshError `InvalidAddress`, `AmountTooSmall` for a range of no
 * blocks, `NoContract`, `WrongChain`.
 *
 * @example
 * const apps = await listApps(client, { contracts, publisher: account })
 */
export async function listApps(
  client: ReadClient,
  parameters: listApps.Parameters,
): Promise<listApps.ReturnType> {
  const { chainId, contracts, publisher } = parameters
  if (publisher !== undefined) checkAddress('publisher', publisher)
  await checkChain(client, chainId)
  await checkCode(client, contracts.xnodeRegistry)
  const { found, toBlock } = await searchBlocks(
    client,
    parameters,
    (from, end) => appsIn(client, parameters, from, end),
  )
  const ids = [...new Set(found)]
  const states = await readAll(
    client,
    ids.map(
      (app) =>
        ({
          address: contracts.xnodeRegistry,
          abi: xnodeRegistryAbi,
          functionName: 'getApp',
          args: [app],
        }) as const,
    ),
    toBlock,
  )
  const apps = ids.flatMap((app, place) => {
    const state = states[place]
    return state === undefined ? [] : [toApp(app, state)]
  })
  return publisher === undefined
    ? apps
    : apps.filter((app) => isAddressEqual(app.publisher, publisher))
}

export namespace listApps {
  export interface Parameters extends ActionParameters, BlockParameters {
    /** Who publishes them now; anybody when left out. */
    publisher?: Address | undefined
  }
  export type ReturnType = App[]
  export type ErrorType = ActionErrorType
}

/** Apps that appeared, or came to the publisher. */
async function appsIn(
  client: ReadClient,
  { contracts, publisher }: listApps.Parameters,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<Hex[]> {
  const range = {
    address: contracts.xnodeRegistry,
    fromBlock,
    toBlock,
    strict: true,
  } as const
  const made = await getLogs(client, {
    ...range,
    event: published,
    args: publisher === undefined ? {} : { publisher },
  })
  const taken =
    publisher === undefined
      ? []
      : await getLogs(client, {
          ...range,
          event: handedOver,
          args: { newPublisher: publisher },
        })
  return [...made, ...taken].map(({ args }) => args.app)
}
