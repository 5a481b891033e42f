import { type Address, getAbiItem, type Hex } from 'viem'
import { getLogs } from 'viem/actions'
import { openTokenAbi } from '../../../../typechain-types/index.ts'
import { openTokenOf } from '../../contracts.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import { checkAddress, checkChain, checkCode } from '../../internal/check.ts'
import type { ActionParameters, Contracts, ReadClient } from '../../types.ts'
import { somebody } from './lens.ts'

const changed = getAbiItem({ abi: openTokenAbi, name: 'DelegateChanged' })

/**
 * Lists how an account delegated over time, by events.
 *
 * @param client Client to read with.
 * @param parameters Whose delegations, and which blocks to search.
 * @returns Each change of delegatee, oldest first.
 * @throws OpenmeshError `InvalidAddress`, `AmountTooSmall` for a range of no
 * blocks, `NoContract`, `WrongChain`.
 *
 * @example
 * const changes = await listDelegations(client, { contracts, account })
 */
export async function listDelegations(
  client: ReadClient,
  parameters: listDelegations.Parameters,
): Promise<listDelegations.ReturnType> {
  const { account, chainId, contracts } = parameters
  checkAddress('account', account)
  const address = openTokenOf(contracts)
  await checkChain(client, chainId)
  await checkCode(client, address)
  const { found } = await searchBlocks(
    client,
    parameters,
    (fromBlock, toBlock) =>
      getLogs(client, {
        address,
        event: changed,
        args: { delegator: account },
        fromBlock,
        toBlock,
        strict: true,
      }),
  )
  return found.map(({ args, blockNumber, transactionHash }) => ({
    from: somebody(args.fromDelegate),
    to: somebody(args.toDelegate),
    blockNumber,
    transactionHash,
  }))
}

/** A change of delegatee. */
export interface Delegation {
  /** Who voted before; undefined for nobody. */
  from: Address | undefined
  /** Who votes from then on; undefined for nobody. */
  to: Address | undefined
  blockNumber: bigint
  transactionHash: Hex
}

export namespace listDelegations {
  export interface Parameters
    extends ActionParameters<Contracts>,
      BlockParameters {
    /** Whose OPEN. */
    account: Address
  }
  export type ReturnType = Delegation[]
  export type ErrorType = ActionErrorType
}
