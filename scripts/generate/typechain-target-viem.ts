import { dirname, join } from 'node:path'
import {
  extractAbi,
  extractBytecode,
  type FileDescription,
  TypeChainTarget,
} from 'typechain'

/** First line of every generated file; {@link sourceOf} reads it back. */
const HEADER = /^\/\/ Generated from (\S+) by `npm run build`\. Do not edit\.\n/

/** The parts of a Hardhat artifact that a binding is made of. */
interface Artifact {
  contractName: string
  sourceName: string
}

/**
 * TypeChain target for viem: each contract becomes a module with its ABI `as
 * const` and the types that viem infers from it. Nothing of it runs, so an ABI
 * costs a bundle about a kilobyte. The text is final: no formatter follows, and
 * it depends on the artifact alone, so two runs write the same bytes.
 */
// biome-ignore lint/style/noDefaultExport: TypeChain loads a target by path and takes its default export
export default class ViemTarget extends TypeChainTarget {
  readonly name = 'viem'

  /** TypeChain wants these two; the tree is tended in `bindings.ts`. */
  override beforeRun(): void {}
  override afterRun(): void {}

  override transformFile({ contents }: FileDescription): FileDescription[] {
    const artifact: Artifact = JSON.parse(contents)
    const out = this.cfg.outDir ?? 'typechain-types'
    const path = bindingPath(artifact)
    const files = [
      { path: join(out, path), contents: abiModule(artifact, contents) },
    ]
    const bytecode = extractBytecode(contents)
    // Code with open library links deploys nowhere as it stands.
    if (bytecode !== undefined && !bytecode.linkReferences?.length)
      files.push({
        path: join(out, 'bytecode', path),
        contents: bytecodeModule(artifact, bytecode.bytecode),
      })
    return files
  }
}

/**
 * @param contents Text of a generated file.
 * @returns The Solidity source it was made from, or undefined if a person wrote it.
 */
export function sourceOf(contents: string): string | undefined {
  return HEADER.exec(contents)?.[1]
}

/**
 * @param artifact Contract and its source, `contracts/token/OpenToken.sol`.
 * @returns Path of the binding in the output folder, `token/OpenToken.ts`.
 */
export function bindingPath({ contractName, sourceName }: Artifact): string {
  const folder = dirname(sourceName).replace(/^contracts\/?/, '')
  return join(folder, `${contractName}.ts`)
}

/**
 * @param name Name of a contract: `OpenToken`, `IOpenToken`, `ERC20Probe`.
 * @returns The same as a variable: `openToken`, `iOpenToken`, `erc20Probe`.
 */
export function variableName(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, (start) =>
    start.toLowerCase(),
  )
}

function header({ sourceName }: Artifact): string {
  return `// Generated from ${sourceName} by \`npm run build\`. Do not edit.\n`
}

// One line per ABI item: a reviewer sees which function or error changed.
function abiModule(artifact: Artifact, contents: string): string {
  const { contractName: name } = artifact
  const constant = `${variableName(name)}Abi`
  const items = extractAbi(contents).map((item) => `  ${JSON.stringify(item)},`)
  // A namespace import: a contract may be called `Address`, as viem's type is.
  return `${header(artifact)}import type * as viem from 'viem'

export const ${constant} = [
${items.join('\n')}
] as const satisfies viem.Abi

export type ${name}Abi = typeof ${constant}
export type ${name}<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<${name}Abi, client, viem.Address>
export type ${name}Read = viem.ContractFunctionName<${name}Abi, 'pure' | 'view'>
export type ${name}Write = viem.ContractFunctionName<${name}Abi, 'nonpayable' | 'payable'>
export type ${name}Event = viem.ContractEventName<${name}Abi>
export type ${name}Error = viem.ContractErrorName<${name}Abi>
`
}

// Apart from the ABI, so that whoever reads a contract never ships its code.
function bytecodeModule(artifact: Artifact, bytecode: string): string {
  const constant = `${variableName(artifact.contractName)}Bytecode`
  return `${header(artifact)}export const ${constant} = '${bytecode}' as const\n`
}
