import { readFile } from 'node:fs/promises'
import ts from 'typescript'

type Values = Record<string, unknown>

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<Values>

function withoutTypes(command: string): string {
  const code = command.replaceAll(/^import .*$/gm, '')
  return ts.transpile(code, { target: ts.ScriptTarget.ES2023 })
}

/** The commands of a page, which a test runs in order and as they stand. */
export class Runbook {
  #values: Values
  readonly #name: string
  readonly #commands: string[]

  private constructor(name: string, commands: string[], values: Values) {
    this.#name = name
    this.#commands = commands
    this.#values = values
  }

  /**
   * @param name File in docs/runbooks, without its ending.
   * @param values What the commands find besides what earlier ones declared.
   */
  static async open(name: string, values: Values): Promise<Runbook> {
    const text = await readFile(`docs/runbooks/${name}.md`, 'utf8')
    return Runbook.of(name, text, values)
  }

  /**
   * @param name What to call the page.
   * @param text The page. What it imports has to be among the values.
   * @param values What the commands find besides what earlier ones declared.
   */
  static of(name: string, text: string, values: Values): Runbook {
    const commands = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(
      ([, command = '']) => withoutTypes(command),
    )
    return new Runbook(name, commands, { console: { log() {} }, ...values })
  }

  /** How many commands are still to be run. */
  get left(): number {
    return this.#commands.length
  }

  /** Leaves the next command out: another path is taken. */
  skip(): void {
    this.#commands.shift()
  }

  /** Runs the next command and returns all that is declared by now. */
  async next(): Promise<Values> {
    const command = this.#commands.shift()
    if (command === undefined)
      throw new Error(`${this.#name} has no further command`)
    const declared = [...command.matchAll(/^const ([^=]+) =/gm)].flatMap(
      ([, pattern = '']) =>
        [...pattern.replaceAll(/\w+: /g, '').matchAll(/\w+/g)].map(String),
    )
    const known = Object.entries(this.#values).filter(
      ([name]) => !declared.includes(name),
    )
    const run = new AsyncFunction(
      ...known.map(([name]) => name),
      `'use strict'\n${command}\nreturn { ${declared.join(', ')} }`,
    )
    const found = await run(...known.map(([, value]) => value))
    this.#values = { ...this.#values, ...found }
    return this.#values
  }
}
