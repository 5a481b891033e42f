import type { Address, PublicClient } from 'viem'
import {
  type Contracts,
  type RoleHolder,
  rolesReport,
} from '../../sdk/src/index.ts'

export interface AuditedChain {
  /** Name of the chain, for the table. */
  name: string
  client: PublicClient
  contracts: Contracts
  /** Address of each deployed contract by its name. */
  deployments: Readonly<Record<string, Address>>
  tokenAdminRegistry: Address
}

/** Keys that may hold something; every other one is a finding. */
export interface KnownKeys {
  /** The exception: it must hold nothing. */
  deployer: Address
  guardian: Address
  council: Address
}

export interface Audit {
  /** Contracts are named `chain/name`. */
  holders: RoleHolder[]
  /** What is not as it should be, one sentence each; empty means it passes. */
  findings: string[]
}

/** The SDK's report of every chain, in one table. */
export async function auditRoles(
  chains: readonly AuditedChain[],
  keys: KnownKeys,
): Promise<Audit> {
  const reports = await Promise.all(
    chains.map(async ({ name, client, ...where }) => {
      const report = await rolesReport(client, {
        ...where,
        keys: { ...keys },
        deployer: keys.deployer,
      })
      return {
        holders: report.holders.map((holder) => ({
          ...holder,
          contract: `${name}/${holder.contract}`,
        })),
        findings: report.findings.map((found) => `${name}: ${found}`),
      }
    }),
  )
  return {
    holders: reports.flatMap(({ holders }) => holders),
    findings: reports.flatMap(({ findings }) => findings),
  }
}
