import { type Address, getAbiItem, isAddressEqual } from 'viem'
import { getLogs } from 'viem/actions'
import {
  openVestingAbi,
  vestingFactoryAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { checkAddress, checkChain, checkCode } from '../../internal/check.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { getVestings, type Vesting } from './getVestings.ts'

const created = getAbiItem({ abi: vestingFactoryAbi, name: 'VestingCreated' })
const changed = getAbiItem({ abi: openVestingAbi, name: 'BeneficiaryChanged' })

/**
 * Finds the vesting wallets that are an account's now: those made for it and
 * those handed over to it, by events of the factory and of its wallets alone.
 *
 * Nodes limit how many blocks they search: pass the block of the factory's
 * deployment.
 *
 * @param client Client to read with.
 * @param parameters Whose wallets, and where to begin.
 * @returns Their states, oldest first, as `getVestings` gives them.
 * @throws OpenmeshError `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const found = await findVestings(client, { contracts, beneficiary })
 * const wallets = found.map(({ wallet }) => wallet)
 */
export async function findVestings(
  client: ReadClient,
  parameters: findVestings.Parameters,
): Promise<findVestings.ReturnType> {
  const { beneficiary, chainId, contracts, fromBlock = 0n } = parameters
  checkAddress('beneficiary', beneficiary)
  await checkChain(client, chainId)
  await checkCode(client, contracts.vestingFactory)
  const arrivals = await getLogs(client, {
    event: changed,
    args: { newBeneficiary: beneficiary },
    fromBlock,
    strict: true,
  })
  const candidates = [...new Set(arrivals.map(({ address }) => address))]
  if (candidates.length === 0) return []
  // Anybody can emit that event; only the factory makes wallets.
  const births = await getLogs(client, {
    address: contracts.vestingFactory,
    event: created,
    args: { wallet: candidates },
    fromBlock,
    strict: true,
  })
  const wallets = births.map(({ args }) => args.wallet)
  if (wallets.length === 0) return []
  const found = await getVestings(client, { contracts, wallets })
  return found.filter((vesting) =>
    isAddressEqual(vesting.beneficiary, beneficiary),
  )
}

export namespace findVestings {
  export interface Parameters extends ActionParameters {
    /** Owner of the wallets. */
    beneficiary: Address
    /** First block to search; that of the chain when left out. */
    fromBlock?: bigint | undefined
  }
  export type ReturnType = Vesting[]
  export type ErrorType = ActionErrorType
}
