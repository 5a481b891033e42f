import type { DevnetChainName } from '../config/devnet.ts'

/** A port that a local chain should be served on is in use. */
export class DevnetPortTakenError extends Error {
  override readonly name = 'DevnetPortTakenError'
  readonly shortMessage: string
  readonly remedy: string

  constructor(parameters: {
    name: DevnetChainName
    port: number
    cause: unknown
  }) {
    const { name, port, cause } = parameters
    const shortMessage = `Port ${port} of 127.0.0.1, for the ${name} chain, cannot be used.`
    const remedy = `Stop what listens there, or pick another with --${name}-port.`
    super(`${shortMessage} ${remedy}`, { cause })
    this.shortMessage = shortMessage
    this.remedy = remedy
  }
}

/** A deployment landed elsewhere than the published addresses say. */
export class DevnetAddressError extends Error {
  override readonly name = 'DevnetAddressError'
}
