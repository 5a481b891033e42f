import { type Address, isAddressEqual, type PublicClient } from 'viem'
import { openTimelockAbi } from '../../typechain-types/index.ts'
import {
  type Audited,
  fixedHoldings,
  type Holding,
  holdingsOf,
  registryHoldings,
} from './holdings.ts'

/** One row of the table: who has which right where, and how long its use is visible beforehand. */
export interface Holder extends Holding {
  /** `chain/name` of the contract that holds, or what the key is for. */
  holderName: string
  holderKind: 'contract' | 'key'
  /** Seconds between decision and effect. */
  delay: bigint
}

export interface AuditedChain {
  /** Name of the chain, for the table. */
  name: string
  client: PublicClient
  /** Address of each deployed contract by its name. */
  contracts: Readonly<Record<string, Address>>
  tokenAdminRegistry: Address
}

/** Keys that may hold something; every other one is a finding. */
export interface KnownKeys {
  deployer: Address
  guardian: Address
  council: Address
}

export interface Audit {
  holders: Holder[]
  /** What is not as it should be, one sentence each; empty means it passes. */
  findings: string[]
}

/**
 * Rebuilds from the chains' logs who holds which right, and says what a
 * handed-over system must not have: rights of the deployer, of unknown keys,
 * or under way to somebody.
 */
export async function auditRoles(
  chains: readonly AuditedChain[],
  keys: KnownKeys,
): Promise<Audit> {
  const holders = (
    await Promise.all(chains.map((chain) => holdersOn(chain, keys)))
  ).flat()
  const findings = holders.flatMap((holder) => finding(holder, keys))
  return { holders, findings }
}

async function holdersOn(
  { name: chainName, client, contracts, tokenAdminRegistry }: AuditedChain,
  keys: KnownKeys,
): Promise<Holder[]> {
  const audited: Audited[] = Object.entries(contracts).map(
    ([name, address]) => ({ name, address }),
  )
  const found: Holding[] = []
  for (const contract of audited) {
    const logs = await client.getLogs({
      address: contract.address,
      fromBlock: 0n,
    })
    found.push(...holdingsOf(contract.name, logs))
    found.push(...(await fixedHoldings(client, contract)))
  }
  const tokens = audited.filter(({ name }) => name.endsWith('OpenToken'))
  const registryLogs = await client.getLogs({
    address: tokenAdminRegistry,
    fromBlock: 0n,
  })
  found.push(...registryHoldings(tokens, registryLogs))

  const timelock = contracts.OpenTimelock as Address
  const delay = await client.readContract({
    address: timelock,
    abi: openTimelockAbi,
    functionName: 'getMinDelay',
  })
  const nameOf = (address: Address): string | undefined =>
    audited.find((contract) => isAddressEqual(contract.address, address))?.name
  const unique = new Map(
    found.map((holding) => [Object.values(holding).join(' '), holding]),
  )
  return Promise.all(
    [...unique.values()].map(async (holding): Promise<Holder> => {
      const code = await client.getCode({ address: holding.holder })
      const holderKind = code === undefined ? 'key' : 'contract'
      return {
        ...holding,
        contract: `${chainName}/${holding.contract}`,
        holderKind,
        holderName:
          nameOf(holding.holder) ??
          (holderKind === 'key' ? keyName(holding.holder, keys) : 'unknown'),
        delay: isAddressEqual(holding.holder, timelock) ? delay : 0n,
      }
    }),
  )
}

function keyName(address: Address, keys: KnownKeys): string {
  for (const [name, key] of Object.entries(keys))
    if (isAddressEqual(address, key)) return name
  return 'unknown'
}

function finding(
  { contract, role, holder, holderName, holderKind }: Holder,
  { deployer }: KnownKeys,
): string[] {
  const said = `${role} of ${contract}`
  if (isAddressEqual(holder, deployer))
    return [`the deployer ${holder} still holds ${said}`]
  if (role.startsWith('pending'))
    return [`${said} is under way to ${holder} (${holderName})`]
  if (holderName === 'unknown')
    return [`an unknown ${holderKind} ${holder} holds ${said}`]
  return []
}
