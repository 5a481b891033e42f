import { xnodeOneAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { unreadableMetadata } from '../../errors/sdkErrors.ts'
import { checkChain } from '../../internal/check.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/**
 * Gets what wallets show of a unit: the chain draws it, no server is asked.
 *
 * Show the image as an image (`<img src>`): only there nothing in it can run.
 *
 * @param client Client to read with.
 * @param parameters Which unit.
 * @returns Name, description, attributes and image.
 * @throws OpenmeshError `UnreadableMetadata` when a vote has set a renderer
 * that writes something else, `ERC721NonexistentToken`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { image, attributes } = await tokenMetadata(client, { contracts, unit })
 */
export async function tokenMetadata(
  client: ReadClient,
  parameters: tokenMetadata.Parameters,
): Promise<tokenMetadata.ReturnType> {
  const call = tokenMetadata.call(parameters)
  await checkChain(client, parameters.chainId)
  return decode(await read(client, call))
}

export namespace tokenMetadata {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
  }
  /** One trait, in the words of the metadata itself. */
  export interface Attribute {
    trait_type: string
    value: string | number
    /** `date` for a timestamp. */
    display_type?: string
  }
  export interface ReturnType {
    name: string
    description: string
    /** Data URI of an SVG image. */
    image: string
    attributes: Attribute[]
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for `multicall`. */
  export function call({ contracts, unit }: Parameters) {
    return {
      address: contracts.xnodeOne,
      abi: xnodeOneAbi,
      functionName: 'tokenURI',
      args: [unit],
    } as const
  }
}

const PREFIX = 'data:application/json;base64,'

function decode(uri: string): tokenMetadata.ReturnType {
  if (!uri.startsWith(PREFIX)) throw unreadableMetadata(uri)
  try {
    const binary = atob(uri.slice(PREFIX.length))
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
    const json = JSON.parse(new TextDecoder().decode(bytes))
    const { name, description = '', image, attributes = [] } = json
    if (typeof name === 'string' && typeof image === 'string')
      return { name, description, image, attributes }
  } catch {
    // Neither base64 nor JSON.
  }
  throw unreadableMetadata(uri)
}
