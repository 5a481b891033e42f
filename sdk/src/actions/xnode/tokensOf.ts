import { type Address, getAbiItem, isAddressEqual } from 'viem'
import { getLogs } from 'viem/actions'
import { xnodeOneAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import { checkAddress, checkChain, checkCode } from '../../internal/check.ts'
import { readAll } from '../../internal/readAll.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

const transferred = getAbiItem({ abi: xnodeOneAbi, name: 'Transfer' })

/**
 * Finds the units that an account owns: those that ever came to it, by events,
 * less those that went on, by asking for the owner of each.
 *
 * @param client Client to read with.
 * @param parameters Whose units, and which blocks to search.
 * @returns The numbers of the units, ascending, as of the last block searched.
 * @throws OpenmeshError `InvalidAddress`, `AmountTooSmall` for a range of no
 * blocks, `NoContract`, `WrongChain`.
 *
 * @example
 * const units = await tokensOf(client, { contracts, owner: account })
 */
export async function tokensOf(
  client: ReadClient,
  parameters: tokensOf.Parameters,
): Promise<tokensOf.ReturnType> {
  const { chainId, contracts, owner } = parameters
  const address = contracts.xnodeOne
  checkAddress('owner', owner)
  await checkChain(client, chainId)
  await checkCode(client, address)
  const { found, toBlock } = await searchBlocks(
    client,
    parameters,
    (fromBlock, end) =>
      getLogs(client, {
        address,
        event: transferred,
        args: { to: owner },
        fromBlock,
        toBlock: end,
        strict: true,
      }),
  )
  const units = [...new Set(found.map(({ args }) => args.tokenId))]
  const owners = await readAll(
    client,
    units.map((unit) => ownerOf(address, unit)),
    toBlock,
  )
  return units
    .filter((_, place) => isAddressEqual(owners[place] as Address, owner))
    .sort((one, other) => Number(one - other))
}

export namespace tokensOf {
  export interface Parameters extends ActionParameters, BlockParameters {
    /** Whose units. */
    owner: Address
  }
  export type ReturnType = bigint[]
  export type ErrorType = ActionErrorType
}

function ownerOf(address: Address, unit: bigint) {
  return {
    address,
    abi: xnodeOneAbi,
    functionName: 'ownerOf',
    args: [unit],
  } as const
}
