import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import type { BlockParameters } from '../../internal/blocks.ts'
import { checkChain } from '../../internal/check.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import { metrics, type RiskMetric } from './metrics.ts'
import { readGovernance } from './readGovernance.ts'

/**
 * Scores the DAO by the 16 metrics of blockful's Anticapture framework, from
 * chain state alone. The framework's stage of a DAO is that of its worst metric:
 * with every metric low it is 2, the highest.
 *
 * Metrics with `contractLevel` follow from the contracts and their settings. Of
 * the others, the chain tells a part or nothing: then the level is `unknown`.
 *
 * What the governor does in a situation, such as letting anybody cancel, cannot
 * be asked of a node. The report compares its code on the chain, immutables
 * apart, with the code of this release, for which tests prove it.
 *
 * @param client Client to read with.
 * @param parameters Which contracts, and where to begin in their logs.
 * @returns All 16 metrics with figure and threshold, in the framework's order.
 * @throws OpenmeshError `LogsMissing` when the search begins after the
 * deployment, `AmountTooSmall` for a range of no blocks, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { metrics } = await riskReport(client, { contracts })
 * const notLow = metrics.filter(({ level }) => level !== 'low')
 */
export async function riskReport(
  client: ReadClient,
  parameters: riskReport.Parameters,
): Promise<riskReport.ReturnType> {
  await checkChain(client, parameters.chainId)
  return { metrics: metrics(await readGovernance(client, parameters)) }
}

export namespace riskReport {
  export interface Parameters extends ActionParameters, BlockParameters {}
  export interface ReturnType {
    metrics: RiskMetric[]
  }
  export type ErrorType = ActionErrorType
}
