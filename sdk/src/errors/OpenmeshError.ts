import type { Address, BaseError } from 'viem'

/**
 * What every action of the SDK throws: what happened, the values that explain
 * it, and what to do about it.
 *
 * @example
 * const error = await buyXnode(client, { contracts, series: 1, maxPayment: 1n })
 *   .catch((error: unknown) => error)
 * if (error instanceof OpenmeshError) console.log(error.errorName, error.remedy)
 */
export class OpenmeshError extends Error {
  override readonly name = 'OpenmeshError'
  /**
   * Name of the contract's custom error, for example `XnodeSale_Underpaid`, or
   * of the SDK's own, for example `WrongChain`.
   */
  readonly errorName: string
  /** Arguments of the error, in order. */
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

/** What an action can throw: a refusal, or what the transport or wallet said. */
export type ActionErrorType = OpenmeshError | BaseError
