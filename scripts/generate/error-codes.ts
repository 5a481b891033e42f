import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toFunctionSelector } from 'viem'
import {
  type AstNode,
  type BuildOutput,
  type BuiltSource,
  byKey,
} from './build-output.ts'
import { type ForeignError, foreignErrors } from './foreign-errors.ts'
import { natSpecOf } from './natspec.ts'

/** A row of the error table. */
interface ErrorRow extends ForeignError {
  name: string
  /** First four bytes of the revert data, where known. */
  selector: string | undefined
  /** Heading it stands under. */
  group: string
}

export interface ErrorCodes {
  /** Errors without the NatSpec they need, one line each. */
  problems: readonly string[]
  /** Files to write, by path from the project's root. */
  files: Readonly<Record<string, string>>
}

/** Value types that name no other type, so that a selector can be computed from the text. */
const ELEMENTARY = /^(u?int\d*|address|bool|string|bytes\d*)$/

/**
 * Makes the table of custom errors for people and for the SDK.
 *
 * @param build What the compiler left.
 * @returns The two files' text, and what keeps them from being complete.
 */
export function errorCodes(build: BuildOutput): ErrorCodes {
  const problems: string[] = []
  const own = build.sources.flatMap((source) =>
    errorsIn(source.ast).map((node) => ownRow(source, node, problems)),
  )
  // A contract of ours that declares a library's error anew explains it itself.
  const ownNames = new Set(own.map((row) => row.name))
  const foreign = Object.entries(foreignErrors)
    .flatMap(([group, errors]) =>
      errors.map((error) => foreignRow(group, error)),
    )
    .filter((row) => !ownNames.has(row.name))
  const rows = [...own, ...foreign]
  problems.push(...contradictions(rows), ...uncovered(build, rows))
  return {
    problems,
    files: {
      'docs/error-codes.md': page(rows),
      'sdk/src/errors/remedies.ts': remedies(rows),
    },
  }
}

/** Writes the files of {@link errorCodes} below the given folder. */
export function writeErrorCodes(root: string, { files }: ErrorCodes): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

function errorsIn(node: AstNode): AstNode[] {
  return node.nodeType === 'ErrorDefinition'
    ? [node]
    : (node.nodes ?? []).flatMap(errorsIn)
}

function ownRow(
  { path, text }: BuiltSource,
  node: AstNode,
  problems: string[],
): ErrorRow {
  const name = node.name ?? ''
  const parameters = node.parameters?.parameters ?? []
  const { notice = '', dev = '' } = natSpecOf(node) ?? {}
  // Offsets of solc count bytes, not characters.
  const before = Buffer.from(text).subarray(0, Number.parseInt(node.src, 10))
  const at = `${path}:${before.toString().split('\n').length} ${name}`
  if (notice === '')
    problems.push(`${at}: add "/// @notice What happened, in one sentence."`)
  if (!dev.startsWith('Fix: '))
    problems.push(`${at}: add "/// @dev Fix: what the caller should do."`)
  const types = parameters.map(typeOf)
  return {
    name,
    signature: `${name}(${parameters
      .map((item, index) => `${types[index]} ${item.name ?? ''}`.trim())
      .join(', ')})`,
    why: notice,
    fix: sentence(dev.replace(/^Fix: /, '')),
    selector: node.errorSelector && `0x${node.errorSelector}`,
    group: path.split('/')[1] ?? '',
  }
}

function foreignRow(group: string, error: ForeignError): ErrorRow {
  const [name = '', list = ''] = error.signature.split(/[()]/)
  const types = list
    .split(',')
    .map((item) => item.trim().split(' ')[0] ?? '')
    .filter((type) => type !== '')
  return {
    ...error,
    name,
    group,
    selector: types.every((type) => ELEMENTARY.test(type))
      ? toFunctionSelector(`${name}(${types.join()})`)
      : undefined,
  }
}

function typeOf({ typeDescriptions }: AstNode): string {
  const type = typeDescriptions?.typeString ?? ''
  return type.replace(/^(contract|enum|struct) /, '')
}

/** The SDK looks remedies up by name, so one name must mean one thing. */
function contradictions(rows: readonly ErrorRow[]): string[] {
  const first = new Map<string, ErrorRow>()
  return rows.flatMap((row) => {
    const other = first.get(row.name) ?? row
    first.set(row.name, other)
    return other.why === row.why && other.fix === row.fix
      ? []
      : [`${row.name} is explained in two ways: use one text or two names`]
  })
}

function uncovered(build: BuildOutput, rows: readonly ErrorRow[]): string[] {
  const known = new Set(rows.map((row) => row.name))
  const missing = new Map<string, string>()
  for (const { abi, name: contract } of build.contracts)
    for (const item of abi)
      if (item.type === 'error' && !known.has(item.name))
        missing.set(item.name, contract)
  return [...missing].map(
    ([name, contract]) =>
      `${name}, in the ABI of ${contract}: add it to scripts/generate/foreign-errors.ts`,
  )
}

function page(rows: readonly ErrorRow[]): string {
  const groups = [...new Set(rows.map((row) => row.group))]
  const sections = groups.map((group) => {
    const lines = rows
      .filter((row) => row.group === group)
      .sort(byKey((row) => row.signature))
      .map(
        (row) =>
          `| \`${row.signature}\` | ${row.selector === undefined ? '' : `\`${row.selector}\``} | ${cell(row.why)} | ${cell(row.fix)} |`,
      )
    return `## ${group}\n\n| error | selector | why | fix |\n| --- | --- | --- | --- |\n${[...new Set(lines)].join('\n')}\n`
  })
  return `<!-- Generated from the contracts' NatSpec by \`npm run fix\`. Do not edit. -->

# Error codes

Every custom error a call to the protocol can end in: why it happened and what to do. The selector is the first four
bytes of the revert data. Errors at the end were declared by the libraries we build on.

${sections.join('\n')}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function remedies(rows: readonly ErrorRow[]): string {
  const byName = new Map(rows.map((row) => [row.name, row]))
  const entries = [...byName.values()]
    .sort(byKey((row) => row.name))
    .map(
      ({ name, why, fix }) =>
        `  ${name}: {\n    why: ${literal(why)},\n    fix: ${literal(fix)},\n  },\n`,
    )
  return `// Generated from the contracts' NatSpec by \`npm run fix\`. Do not edit.

/** What a custom error means. */
export interface Remedy {
  /** What happened, in one sentence. */
  readonly why: string
  /** What the caller should do. */
  readonly fix: string
}

/** Every custom error that a call to the protocol can end in, by name. */
export const remedies: Readonly<Record<string, Remedy>> = {
${entries.join('')}}
`
}

function literal(text: string): string {
  return text.includes("'")
    ? JSON.stringify(text)
    : `'${text.replaceAll('\\', '\\\\')}'`
}

/** "call from the owner." -> "Call from the owner." */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
