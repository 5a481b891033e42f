import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import ts from 'typescript'

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

/** The examples of the README, each of which goes on from those before it. */
function script(): string {
  const page = readFileSync(join(root, 'sdk/README.md'), 'utf8')
  const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)]
  expect(blocks.length).to.be.greaterThan(5)
  return blocks.map(([, code = '']) => code).join('\n')
}

function problemsOf(file: string, text: string): string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (name) => name === file || fileExists(name)
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023)
      : getSourceFile(name, ...rest)
  const program = ts.createProgram([file], options, host)
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText, start = 0 }) => {
      const line = text.slice(0, start).split('\n').length
      const place = text.split('\n')[line - 1]?.trim()
      return `${place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
}

describe('README', () => {
  it('default: its examples, one after the other, pass the compiler', () => {
    expect(problemsOf(join(root, 'try.ts'), script())).to.deep.equal([])
  })
})
