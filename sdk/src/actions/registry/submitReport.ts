import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'
import type { SignedReport } from './signReport.ts'

/**
 * Records what the host of a unit says it runs. Anybody may send it.
 *
 * @param client Wallet client.
 * @param parameters The signed report.
 * @returns The receipt and what was recorded.
 * @throws OpenmeshError `XnodeRegistry_InvalidSignature`,
 * `XnodeRegistry_HostNotCurrent`, `XnodeRegistry_ReportExpired`,
 * `XnodeRegistry_ReportNotNewer`, `XnodeRegistry_ReportInFuture`,
 * `XnodeRegistry_UnknownGeneration`, `InvalidArguments`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { reportedAt } = await submitReport(client, { contracts, report })
 */
export async function submitReport(
  client: WalletClient,
  parameters: submitReport.Parameters,
): Promise<submitReport.ReturnType> {
  const call = submitReport.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = submitReport.extractEvent(receipt.logs, call.address)
  const { generation, hostKey, stateHash, unit } = args
  const reportedAt = BigInt(args.reportedAt)
  return { receipt, unit, generation, stateHash, hostKey, reportedAt }
}

export namespace submitReport {
  export interface Parameters extends ActionParameters {
    /** What `signReport` returned. */
    report: SignedReport
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    unit: bigint
    /** The deployment that it runs. */
    generation: bigint
    stateHash: Hex
    /** The key that signed. */
    hostKey: Address
    /** Timestamp at which it signed. */
    reportedAt: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, report }: Parameters): Call {
    const { deadline, generation, reportedAt, signature, stateHash, unit } =
      report
    return defineCall({
      address: contracts.xnodeRegistry,
      abi: xnodeRegistryAbi,
      functionName: 'report',
      args: [
        unit,
        generation,
        stateHash,
        Number(reportedAt),
        deadline,
        signature,
      ],
    })
  }

  /** The report in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRegistryAbi, 'Reported', logs, address)
  }
}
