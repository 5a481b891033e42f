import { join, relative } from 'node:path'
import type { HardhatPlugin } from 'hardhat/types/plugins'

/**
 * Writes `typechain-types/` after every build, so that bindings never lag the
 * contracts. Only what the build was asked for is written: other artifacts on
 * disk may be older than their sources.
 */
export const typechainViem: HardhatPlugin = {
  id: 'openmesh-typechain-viem',
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async processArtifactsAfterSuccessfulBuild(
          context,
          artifactPaths,
          buildRootFilePaths,
          { buildProfile },
        ) {
          // Instrumented or differently compiled code is not what we publish.
          if (context.globalOptions.coverage || buildProfile !== 'default')
            return
          const { root, artifacts } = context.config.paths
          const built = new Set(
            buildRootFilePaths.map((path) =>
              join(artifacts, relative(root, path)),
            ),
          )
          const { generateBindings } = await import('./bindings.ts')
          await generateBindings({
            root,
            artifactPaths: artifactPaths.filter((path) =>
              built.has(join(path, '..')),
            ),
          })
        },
      }),
    }),
  },
}
