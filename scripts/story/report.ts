import type { Hash } from 'viem'
import { reasonOf } from '../reason.ts'

/** What one step of the main job left behind; the form of the JSON output. */
export interface StepResult {
  name: string
  ok: boolean
  /** Wall clock, in milliseconds. */
  ms: number
  /** Gas of all transactions of the step. */
  gas?: bigint
  /** The step's main transaction. */
  tx?: Hash
  /** Why it failed: one line. */
  error?: string
}

/** What a step hands back to be shown. */
export interface StepOutcome {
  /** One sentence: what is true now that was not before. */
  said: string
  gas?: bigint
  tx?: Hash
}

/** Prints steps as they end, on the stream that does not carry the result. */
export interface Report {
  readonly steps: readonly StepResult[]
  /** Runs a step; a failure is recorded, printed and thrown on. */
  step(name: string, run: () => Promise<StepOutcome>): Promise<void>
}

/** Thrown when a step failed whose reason is already printed. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed'
}

export function createReport(print: (line: string) => void): Report {
  const steps: StepResult[] = []
  return {
    steps,
    async step(name, run) {
      const started = performance.now()
      try {
        const { said, gas, tx } = await run()
        const ms = Math.round(performance.now() - started)
        steps.push({
          name,
          ok: true,
          ms,
          ...(gas === undefined ? {} : { gas }),
          ...(tx === undefined ? {} : { tx }),
        })
        print(`  ok    ${name.padEnd(19)} ${said}${details({ ms, gas, tx })}`)
      } catch (error) {
        const ms = Math.round(performance.now() - started)
        const reason = reasonOf(error)
        steps.push({ name, ok: false, ms, error: reason })
        print(`  FAIL  ${name.padEnd(19)} ${reason}`)
        throw new StepFailed(`${name}: ${reason}`, { cause: error })
      }
    },
  }
}

function details(parts: {
  ms: number
  gas?: bigint | undefined
  tx?: Hash | undefined
}): string {
  const shown = [
    parts.gas === undefined ? [] : [`gas ${parts.gas.toLocaleString('en')}`],
    parts.tx === undefined ? [] : [`tx ${parts.tx.slice(0, 10)}…`],
    [`${(parts.ms / 1000).toFixed(1)} s`],
  ].flat()
  return ` (${shown.join(', ')})`
}
