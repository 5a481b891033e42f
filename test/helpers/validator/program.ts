import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(
  new URL('../../../validator/src/cli.ts', import.meta.url),
)

/** The validator's program, as `npm run validator` starts it. */
export class Program {
  readonly child: ChildProcess
  /** Lines of stdout that are JSON objects. */
  readonly lines: { event: string; [field: string]: unknown }[] = []
  readonly ended: Promise<{ code: number | null; out: string; errors: string }>
  #out = ''
  #errors = ''

  constructor(args: readonly string[], environment: Record<string, string>) {
    this.child = spawn(
      process.execPath,
      ['--no-warnings', '--import', 'tsx', program, ...args],
      {
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    this.child.stdout?.on('data', (chunk) => this.#hear(String(chunk)))
    this.child.stderr?.on('data', (chunk) => {
      this.#errors += chunk
    })
    this.ended = new Promise((resolve) =>
      this.child.on('close', (code) =>
        resolve({ code, out: this.#out, errors: this.#errors }),
      ),
    )
  }

  #hear(chunk: string): void {
    this.#out += chunk
    for (const line of chunk.split('\n'))
      if (line.startsWith('{"at"')) this.lines.push(JSON.parse(line))
  }

  /** Waits for a line; undefined when it does not come in time. */
  async line(event: string, timeoutMs = 20_000) {
    const end = Date.now() + timeoutMs
    while (Date.now() < end) {
      const found = this.lines.find((line) => line.event === event)
      if (found !== undefined) return found
      if (this.child.exitCode !== null) break
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const rest = JSON.stringify(this.lines.slice(-5))
    throw new Error(`no line "${event}": ${this.#errors}${rest}`)
  }

  /** Asks it to end, or kills it. */
  stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
    this.child.kill(signal)
    return this.ended
  }
}
