import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { getCode, getLogs } from 'viem/actions'
import {
  openGovernorAbi,
  openTimelockAbi,
} from '../../../../typechain-types/index.ts'
import { openTokenOf } from '../../contracts.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { logsMissing } from '../../errors/sdkErrors.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import {
  checkAddress,
  checkChain,
  checkCode,
  isKey,
} from '../../internal/check.ts'
import { deployedName } from '../../internal/name.ts'
import { read } from '../../internal/read.ts'
import type { ActionParameters, Contracts, ReadClient } from '../../types.ts'
import {
  type Audited,
  fixedHoldings,
  type Holding,
  holdingsOf,
  registryHoldings,
} from './holdings.ts'

/** Who has which right where, and how long its use is visible beforehand. */
export interface RoleHolder extends Holding {
  /** Name of the contract or of the key that holds; `unknown` if it has none. */
  holderName: string
  /** A key with code of its own (EIP-7702) is a key. */
  holderKind: 'contract' | 'key'
  /** Seconds between decision and effect. */
  delay: bigint
}

/** In the address book, but not ours. */
const foreign: readonly string[] = ['ccipRouter', 'syntheticOpen']

/**
 * Rebuilds from a chain's logs who holds which right over the protocol, and
 * says what a handed-over system must not have: rights of the deployer, of
 * unknown holders, or under way to somebody.
 *
 * @param client Client to read with.
 * @param parameters Which contracts, and who may hold something.
 * @returns Every holder, and one sentence for each that should not be one.
 * @throws OpenmeshError `LogsMissing` when the search begins after the
 * deployment and would miss rights, `AmountTooSmall` for a range of no blocks,
 * `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { holders, findings } = await rolesReport(client, { contracts })
 */
export async function rolesReport(
  client: ReadClient,
  parameters: rolesReport.Parameters,
): Promise<rolesReport.ReturnType> {
  const { chainId, contracts, keys = {}, tokenAdminRegistry } = parameters
  const { deployer = zeroAddress, deployments = {} } = parameters
  const named = { ...deployments, ...keys, deployer }
  for (const [name, address] of Object.entries(named))
    checkAddress(name, address)
  await checkChain(client, chainId)
  await checkCode(client, contracts.openTimelock)
  const audited = await contractsOf(client, parameters)
  const isKnown = (account: Address) =>
    audited.some(({ address }) => isAddressEqual(address, account))
  const logs = ({ address }: { address: Address }) =>
    searchBlocks(client, parameters, (fromBlock, toBlock) =>
      getLogs(client, { address, fromBlock, toBlock }),
    )
  const holdings = async (contract: Audited) => {
    const { found } = await logs(contract)
    const isTimelock = isAddressEqual(contract.address, contracts.openTimelock)
    // Its constructor gives roles: a search that misses them misses others.
    if (isTimelock && found.length === 0) throw logsMissing(contract.address)
    return [
      ...holdingsOf(contract.name, found),
      ...(await fixedHoldings(client, contract)),
    ]
  }
  const found = await Promise.all(audited.map(holdings))
  // The address book does not name them: the token names its pool, the pool
  // the guard of its lanes.
  for (const { role, name } of unnamed) {
    for (const holding of found.flat()) {
      if (holding.role !== role || isKnown(holding.holder)) continue
      const contract = { name, address: holding.holder }
      const rights = await holdings(contract)
      if (!rights.some((right) => answersTo(right, contracts.openTimelock)))
        continue
      audited.push(contract)
      found.push(rights)
    }
  }
  if (tokenAdminRegistry !== undefined) {
    const token = openTokenOf(contracts)
    const tokens = audited.filter(({ address }) =>
      isAddressEqual(address, token),
    )
    const registry = await logs({ address: tokenAdminRegistry })
    found.push(registryHoldings(tokens, registry.found))
  }
  const delay = await read(client, {
    address: contracts.openTimelock,
    abi: openTimelockAbi,
    functionName: 'getMinDelay',
  })
  const names: readonly Audited[] = [
    ...audited,
    ...Object.entries(keys).map(([name, address]) => ({ name, address })),
  ]
  const unique = new Map(
    found.flat().map((holding) => [Object.values(holding).join(' '), holding]),
  )
  const holders = await Promise.all(
    [...unique.values()].map(async (holding): Promise<RoleHolder> => {
      const code = await getCode(client, { address: holding.holder })
      const named = names.find(({ address }) =>
        isAddressEqual(address, holding.holder),
      )
      return {
        ...holding,
        holderKind: isKey(code) ? 'key' : 'contract',
        holderName: named?.name ?? 'unknown',
        delay: isAddressEqual(holding.holder, contracts.openTimelock)
          ? delay
          : 0n,
      }
    }),
  )
  return {
    holders,
    findings: holders.flatMap((holder) => finding(holder, parameters.deployer)),
  }
}

/** Each contract once, under the name it was deployed with where that is known. */
async function contractsOf(
  client: ReadClient,
  { contracts, deployments = {} }: rolesReport.Parameters,
): Promise<Audited[]> {
  const found: Audited[] = Object.entries(deployments).map(
    ([name, address]) => ({ name, address }),
  )
  const add = (name: string, address: Address) => {
    if (isAddressEqual(address, zeroAddress)) return
    if (found.some((known) => isAddressEqual(known.address, address))) return
    found.push({ name, address })
  }
  for (const [key, address] of Object.entries(contracts))
    if (!foreign.includes(key)) add(deployedName(key), address)
  if ('openGovernor' in contracts) {
    const governor = { address: contracts.openGovernor, abi: openGovernorAbi }
    const ask = (functionName: 'councilGuard' | 'standardActions') =>
      read(client, { ...governor, functionName })
    add('CouncilGuard', await ask('councilGuard'))
    add('StandardActions', await ask('standardActions'))
  }
  return found
}

const unnamed = [
  { role: 'pool', name: 'pool of OPEN' },
  { role: 'rate limit admin', name: 'guard of lanes' },
] as const

function answersTo({ role, holder }: Holding, account: Address): boolean {
  return (
    (role === 'owner' || role === 'timelock') && isAddressEqual(holder, account)
  )
}

function finding(
  { contract, role, holder, holderName, holderKind }: RoleHolder,
  deployer: Address | undefined,
): string[] {
  const said = `${role} of ${contract}`
  if (deployer !== undefined && isAddressEqual(holder, deployer))
    return [`the deployer ${holder} still holds ${said}`]
  if (role.startsWith('pending'))
    return [`${said} is under way to ${holder} (${holderName})`]
  if (holderName === 'unknown')
    return [`an unknown ${holderKind} ${holder} holds ${said}`]
  return []
}

export namespace rolesReport {
  export interface Parameters
    extends ActionParameters<Contracts>,
      BlockParameters {
    /**
     * Contracts by the names they were deployed with, to be looked up besides
     * those of the address book.
     */
    deployments?: Readonly<Record<string, Address>> | undefined
    /** Who else may hold something, by name: `{ guardian, council }`. */
    keys?: Readonly<Record<string, Address>> | undefined
    /** Who must hold nothing, whatever its name. */
    deployer?: Address | undefined
    /** CCIP's registry, which says who administers OPEN in it; not asked if left out. */
    tokenAdminRegistry?: Address | undefined
  }
  export interface ReturnType {
    holders: RoleHolder[]
    /** What is not as it should be, one sentence each; empty if all is well. */
    findings: string[]
  }
  export type ErrorType = ActionErrorType
}
