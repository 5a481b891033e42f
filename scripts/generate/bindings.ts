import { existsSync } from 'node:fs'
import { runTypeChain } from 'typechain'

export interface GenerateBindingsParameters {
  /** Root folder of the project. */
  root: string
  /** Paths of the artifacts to bind; those of tests are left out. */
  artifactPaths: readonly string[]
  /** Path of the TypeChain target. */
  target: string
}

/** Runs TypeChain with our viem target over the contracts' artifacts. */
export async function generateBindings({
  root,
  artifactPaths,
  target,
}: GenerateBindingsParameters): Promise<void> {
  const own = artifactPaths.filter(
    (path) => path.includes('/artifacts/contracts/') && existsSync(path),
  )
  if (own.length === 0) return
  await dropPrettier()
  await runTypeChain({
    cwd: root,
    target,
    outDir: 'typechain-types',
    allFiles: own,
    filesToProcess: own,
    flags: {
      alwaysGenerateOverloads: false,
      discriminateTypes: false,
      tsNocheck: false,
      node16Modules: true,
      environment: undefined,
    },
  })
}

/** TypeChain formats with a bundled prettier 2, which is most of its run; our target writes final text. */
async function dropPrettier(): Promise<void> {
  const { outputTransformers } = await import(
    'typechain/dist/codegen/outputTransformers/index.js'
  )
  const at = outputTransformers.findIndex(
    (transform: { name: string }) =>
      transform.name === 'prettierOutputTransformer',
  )
  if (at !== -1) outputTransformers.splice(at, 1)
}
