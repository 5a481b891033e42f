import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface ToolResult {
  ok: boolean
  /** Both streams, in the order they came. */
  output: string
}

/**
 * Runs a tool of `node_modules` under the Node that runs us.
 *
 * @param root Root folder of the project, where the tool runs.
 * @param script Its script below `node_modules/`.
 * @param args Its arguments.
 */
export function runTool(
  root: string,
  script: string,
  args: readonly string[],
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--no-warnings', join(root, 'node_modules', script), ...args],
      { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
    )
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** @returns The tool's own words when it failed, else nothing. */
export function problemsOf({ ok, output }: ToolResult): readonly string[] {
  return ok ? [] : output.trim().split('\n')
}
