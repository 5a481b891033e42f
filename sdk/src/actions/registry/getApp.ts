import type { Hex } from 'viem'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { type App, toApp } from './app.ts'

/**
 * Gets an app and one of its versions. What identifies a version is its
 * content hash; its URI says where somebody once found that content.
 *
 * @param client Client to read with.
 * @param parameters Which app, and which version.
 * @returns The app and the version.
 * @throws OpenmeshError `AppCatalogue_UnknownApp`,
 * `AppCatalogue_UnknownVersion`, `NoContract`, `WrongChain`.
 *
 * @example
 * const latest = await getApp(client, { contracts, app })
 * const { contentHash, isDeprecated } = latest.version
 */
export async function getApp(
  client: ReadClient,
  parameters: getApp.Parameters,
): Promise<getApp.ReturnType> {
  const { app, chainId, contracts } = parameters
  await checkChain(client, chainId)
  const registry = {
    address: contracts.xnodeRegistry,
    abi: xnodeRegistryAbi,
  } as const
  const found = await read(client, {
    ...registry,
    functionName: 'getApp',
    args: [app],
  })
  const { version: number = found.versionCount } = parameters
  const { publishedAt, ...version } = await read(client, {
    ...registry,
    functionName: 'getVersion',
    args: [app, number],
  })
  return {
    ...toApp(app, found),
    version: {
      number,
      contentHash: version.contentHash,
      publishedAt: BigInt(publishedAt),
      isDeprecated: version.deprecated,
      uri: version.uri,
    },
  }
}

export namespace getApp {
  export interface Parameters extends ActionParameters {
    /** Id of the app. */
    app: Hex
    /** Number of the version; the latest when left out. */
    version?: bigint | undefined
  }
  /** A version of an app. */
  export interface Version {
    number: bigint
    /** Hash of what it consists of. */
    contentHash: Hex
    /** Timestamp. */
    publishedAt: bigint
    /** Whether its publisher advises against it. */
    isDeprecated: boolean
    /** Printable ASCII; empty for nowhere. */
    uri: string
  }
  export interface ReturnType extends App {
    version: Version
  }
  export type ErrorType = ActionErrorType
}
