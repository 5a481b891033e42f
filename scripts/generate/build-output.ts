import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Abi } from 'viem'

/** What of solc's syntax tree the generators and checks read. */
export interface AstNode {
  nodeType: string
  name?: string
  src: string
  documentation?: { text: string } | string | null
  nodes?: AstNode[]
  members?: AstNode[]
  parameters?: { parameters: AstNode[] }
  returnParameters?: { parameters: AstNode[] }
  typeDescriptions?: { typeString?: string }
  contractKind?: 'contract' | 'interface' | 'library'
  abstract?: boolean
  constant?: boolean
  errorSelector?: string
  kind?: string
  visibility?: string
}

/** A message of the compiler. */
export interface Diagnostic {
  severity: 'error' | 'warning' | 'info'
  message: string
  formattedMessage?: string
  sourceLocation?: { file: string }
}

/** Where a contract's variables lie, as solc tells it. */
export interface StorageLayout {
  storage: readonly StorageSlot[]
  types: Readonly<
    Record<string, { label: string; members?: readonly StorageSlot[] }>
  > | null
}

export interface StorageSlot {
  label: string
  offset: number
  slot: string
  type: string
}

/** A Solidity file under `contracts/`. */
export interface BuiltSource {
  /** `contracts/token/OpenToken.sol`. */
  path: string
  text: string
  ast: AstNode
}

/** A contract, interface or library under `contracts/`. */
export interface BuiltContract {
  name: string
  /** `contracts/token/OpenToken.sol`. */
  source: string
  abi: Abi
  /** Size of the runtime code, 0 for what is not deployed. */
  runtimeBytes: number
  storageLayout: StorageLayout
  /** A contract that can be deployed, not an interface, library or abstract one. */
  deployable: boolean
  artifactPath: string
}

/** All that the last build says about `contracts/`. */
export interface BuildOutput {
  sources: readonly BuiltSource[]
  contracts: readonly BuiltContract[]
  diagnostics: readonly Diagnostic[]
}

interface Artifact {
  contractName: string
  sourceName: string
  inputSourceName: string
  buildInfoId: string
  abi: Abi
  deployedBytecode: string
}

interface CompilerOutput {
  errors?: Diagnostic[]
  sources: Record<string, { ast: AstNode }>
  contracts?: Record<string, Record<string, { storageLayout?: StorageLayout }>>
}

const PREFIX = 'project/'

/**
 * Reads what the compiler left in `artifacts/`.
 *
 * @param root Root folder of the project.
 * @returns Sources, contracts and messages, sorted by path.
 * @throws When a source was never built or changed since.
 */
export function readBuildOutput(root: string): BuildOutput {
  const artifacts = listFiles(join(root, 'artifacts', 'contracts'), '.json')
    .map((path) => ({ path, artifact: readJson(path) as Artifact }))
    .filter(({ artifact }) => existsSync(join(root, artifact.sourceName)))
  const outputs = new Map<string, CompilerOutput>()
  const sources = new Map<string, BuiltSource>()
  for (const id of buildIds(root)) {
    const file = join(root, 'artifacts', 'build-info', id)
    const { input } = readJson(`${file}.json`) as {
      input: { sources: Record<string, { content: string }> }
    }
    const { output } = readJson(`${file}.output.json`) as {
      output: CompilerOutput
    }
    // What a run said of a file that has changed since is no longer true.
    const errors = output.errors?.filter(({ sourceLocation }) => {
      if (!sourceLocation?.file.startsWith(PREFIX)) return true
      const { file: name } = sourceLocation
      const path = join(root, name.slice(PREFIX.length))
      return input.sources[name]?.content === readText(path)
    })
    outputs.set(id, { ...output, ...(errors && { errors }) })
    for (const [name, { ast }] of Object.entries(output.sources)) {
      if (!name.startsWith(`${PREFIX}contracts/`)) continue
      const path = name.slice(PREFIX.length)
      const text = input.sources[name]?.content
      if (text !== undefined && text === readText(join(root, path)))
        sources.set(path, { path, text, ast })
    }
  }
  refuseStale(root, sources)
  return {
    sources: [...sources.values()].sort(byKey((source) => source.path)),
    contracts: artifacts
      .map(({ path, artifact }) =>
        contractOf(path, artifact, outputs.get(artifact.buildInfoId), sources),
      )
      .sort(byKey((contract) => `${contract.source}:${contract.name}`)),
    diagnostics: currentDiagnostics(artifacts, outputs),
  }
}

/** Compares by code unit, so that every machine sorts alike. */
export function byKey<item>(key: (value: item) => string) {
  return (left: item, right: item): number =>
    key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0
}

/**
 * @param folder Folder to walk; it may be missing.
 * @param ending How the wanted names end.
 * @returns Absolute paths, sorted by code unit.
 */
export function listFiles(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))
    .sort()
}

function contractOf(
  artifactPath: string,
  artifact: Artifact,
  output: CompilerOutput | undefined,
  sources: ReadonlyMap<string, BuiltSource>,
): BuiltContract {
  const { contractName: name, sourceName: source, inputSourceName } = artifact
  const declaration = sources
    .get(source)
    ?.ast.nodes?.find((node) => node.name === name)
  const contract = output?.contracts?.[inputSourceName]?.[name]
  return {
    name,
    source,
    abi: artifact.abi,
    runtimeBytes: (artifact.deployedBytecode.length - 2) / 2,
    storageLayout: contract?.storageLayout ?? { storage: [], types: null },
    deployable:
      declaration?.contractKind === 'contract' && !declaration.abstract,
    artifactPath,
  }
}

/** Messages of the compiler runs that made the present artifacts: partial builds leave older runs behind. */
function currentDiagnostics(
  artifacts: readonly { artifact: Artifact }[],
  outputs: ReadonlyMap<string, CompilerOutput>,
): Diagnostic[] {
  const ids = new Set(artifacts.map(({ artifact }) => artifact.buildInfoId))
  const found = [...ids].flatMap((id) => outputs.get(id)?.errors ?? [])
  return [
    ...new Map(
      found.map((item) => [item.formattedMessage ?? item.message, item]),
    ).values(),
  ]
}

function refuseStale(
  root: string,
  sources: ReadonlyMap<string, BuiltSource>,
): void {
  const stale = listFiles(join(root, 'contracts'), '.sol')
    .map((path) => path.slice(root.length + 1))
    .filter((path) => !sources.has(path))
  if (stale.length > 0)
    throw new Error(
      `Not built since it changed: ${stale.join(', ')}. Run: npm run build`,
    )
}

function buildIds(root: string): string[] {
  return listFiles(join(root, 'artifacts', 'build-info'), '.output.json').map(
    (path) =>
      path.slice(
        join(root, 'artifacts', 'build-info').length + 1,
        -'.output.json'.length,
      ),
  )
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
