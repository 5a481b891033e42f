import { type Hex, isHex } from 'viem'
import { isRecord, toUint } from '../json.ts'

/** What a host says of itself: the report that it could also send on chain. */
export interface HostReport {
  readonly unit: bigint
  readonly generation: bigint
  readonly stateHash: Hex
  readonly reportedAt: bigint
  readonly deadline: bigint
  readonly signature: Hex
}

/** A signature of a key is 65 bytes; one of a contract wallet may be longer. */
const MAX_SIGNATURE = 2 * 4_096

/**
 * Where a host shows its report.
 *
 * @param endpoint Of the unit, as the registry has it; http:// if it names no
 * protocol.
 * @param unit Which: a machine may serve several.
 * @returns The page.
 */
export function reportUrl(endpoint: string, unit: bigint): string {
  const base = /^https?:\/\//i.test(endpoint) ? endpoint : `http://${endpoint}`
  return `${base.replace(/\/+$/, '')}/.well-known/openmesh/${unit}`
}

/**
 * @param text What a host answered.
 * @returns Its report, or undefined when it is none.
 */
export function readReport(text: string): HostReport | undefined {
  const value = parse(text)
  if (!isRecord(value)) return undefined
  const { signature, stateHash } = value
  const [unit, generation, reportedAt, deadline] = [
    value.unit,
    value.generation,
    value.reportedAt,
    value.deadline,
  ].map(toUint)
  if (unit === undefined || generation === undefined) return undefined
  if (reportedAt === undefined || deadline === undefined) return undefined
  if (!isHex(stateHash) || stateHash.length !== 66) return undefined
  if (!isHex(signature) || signature.length > MAX_SIGNATURE) return undefined
  return {
    unit,
    generation,
    stateHash: stateHash.toLowerCase() as Hex,
    reportedAt,
    deadline,
    signature,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
