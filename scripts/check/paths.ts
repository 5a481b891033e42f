import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { trackedFiles } from './tracked-files.ts'

/** A folder that exists on one machine only; an URL's path has a letter or digit in front. */
const MACHINE_PATH =
  /(?<![\w.~-])\/(?:root|tmp|work|(?:home|Users)\/[\w.-]+)(?=[/\s"'`),;:]|$)/

export const paths: Check = {
  name: 'machine paths',
  remedy: 'make the path relative to the project, or ask the system for it',
  run: async ({ root }) =>
    trackedFiles(root)
      .filter((path) => {
        const file = join(root, path)
        return existsSync(file) && statSync(file).isFile()
      })
      .flatMap((path) => {
        const text = readFileSync(join(root, path), 'utf8')
        if (text.includes('\0')) return []
        return text.split('\n').flatMap((line, index) => {
          const found = MACHINE_PATH.exec(line)
          return found === null ? [] : [`${path}:${index + 1}: ${found[0]}`]
        })
      }),
}
