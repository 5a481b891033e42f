import { execFileSync } from 'node:child_process'

/** @returns Files that git tracks or would add, or none outside a checkout. */
export function trackedFiles(root: string): string[] {
  try {
    return execFileSync(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
      { cwd: root, encoding: 'utf8', stdio: 'pipe', maxBuffer: 64e6 },
    )
      .split('\0')
      .filter((path) => path !== '')
  } catch {
    return []
  }
}
