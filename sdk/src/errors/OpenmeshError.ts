import type { Address } from 'viem'

/**
 * What every action of the SDK throws: what happened, the values that explain
 * it, and what to do about it.
 */
export class OpenmeshError extends Error {
  override readonly name = 'OpenmeshError'
  /** Name of the custom error, for example `XnodeSale_Underpaid`. */
  readonly errorName: string
  /** Arguments of the custom error, in order. */
  readonly args: readonly unknown[]
  /** One sentence: what happened, with its values. */
  readonly shortMessage: string
  /** What the caller should do. */
  readonly remedy: string
  /** Function that refused. */
  readonly functionName: string | undefined
  /** Contract that was called. */
  readonly contract: Address | undefined

  constructor(parameters: OpenmeshError.Parameters) {
    const { errorName, args = [], shortMessage, remedy, cause } = parameters
    super(`${shortMessage} ${remedy}`.trim(), { cause })
    this.errorName = errorName
    this.args = args
    this.shortMessage = shortMessage
    this.remedy = remedy
    this.functionName = parameters.functionName
    this.contract = parameters.contract
  }
}

export namespace OpenmeshError {
  export interface Parameters {
    errorName: string
    args?: readonly unknown[] | undefined
    shortMessage: string
    remedy: string
    functionName?: string | undefined
    contract?: Address | undefined
    cause?: unknown
  }
}
