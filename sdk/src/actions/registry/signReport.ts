import type { Account, Address, Hex } from 'viem'
import { getBlock } from 'viem/actions'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import { checkChain } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { sign } from '../../internal/sign.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'

/** EIP-712 types of a host's report. */
export const reportTypes = {
  Report: [
    { name: 'unit', type: 'uint256' },
    { name: 'generation', type: 'uint64' },
    { name: 'stateHash', type: 'bytes32' },
    { name: 'reportedAt', type: 'uint40' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** What the host of a unit says it runs. */
export interface SignedReport {
  unit: bigint
  /** The deployment that it runs. */
  generation: bigint
  /** Hash of the state of the machine. */
  stateHash: Hex
  /** Timestamp at which it was signed. */
  reportedAt: bigint
  /** Last timestamp at which it is accepted. */
  deadline: bigint
  signature: Hex
}

/**
 * Signs with a unit's host key what the machine runs. Sends nothing.
 *
 * The contract takes only reports that are newer than the last one.
 *
 * @param client Client to read the contract's domain and the time with.
 * @param parameters The key, and what it says.
 * @returns The report, as `submitReport` takes it.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AccountMissing`,
 * `InvalidArguments`, `NoContract`, `WrongChain`.
 *
 * @example
 * const report = await signReport(client, {
 *   contracts,
 *   unit,
 *   generation,
 *   stateHash: keccak256(stringToHex('running')),
 *   deadline,
 *   signer: key,
 * })
 */
export async function signReport(
  client: ReadClient,
  parameters: signReport.Parameters,
): Promise<signReport.ReturnType> {
  const { chainId, contracts, deadline, generation } = parameters
  const { stateHash, unit } = parameters
  const account = signerOf(client, parameters.signer)
  await checkChain(client, chainId)
  const domain = await readDomain(client, contracts.xnodeRegistry)
  const { reportedAt = (await getBlock(client)).timestamp } = parameters
  const said = { unit, generation, stateHash, reportedAt, deadline }
  const signature = await sign(
    client,
    {
      account,
      domain,
      types: reportTypes,
      primaryType: 'Report',
    },
    () => ({ ...said, reportedAt: Number(reportedAt) }),
  )
  return { ...said, signature }
}

export namespace signReport {
  export interface Parameters extends ActionParameters {
    /** Number of the unit. */
    unit: bigint
    /** The deployment that it runs; 0 for none. */
    generation: bigint
    /** Hash of the state of the machine. */
    stateHash: Hex
    /** Timestamp; that of the latest block when left out. */
    reportedAt?: bigint | undefined
    /** Last timestamp at which the report is accepted. */
    deadline: bigint
    /**
     * The unit's host key, or who signs for it if it is a contract; the
     * client's account when left out.
     */
    signer?: Account | Address | undefined
  }
  export type ReturnType = SignedReport
  export type ErrorType = ActionErrorType
}
