import { fileURLToPath } from 'node:url'
import type { HardhatPlugin } from 'hardhat/types/plugins'

/** Writes `typechain-types/` after every build, so bindings never lag the contracts. */
const plugin: HardhatPlugin = {
  id: 'openmesh-typechain-viem',
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async onCleanUpArtifacts(context, artifactPaths, next) {
          const { generateBindings } = await import('./bindings.ts')
          await generateBindings({
            root: context.config.paths.root,
            artifactPaths,
            target: fileURLToPath(new URL('./typechain-target-viem.cjs', import.meta.url)),
          })
          return next(context, artifactPaths)
        },
      }),
    }),
  },
}

export default plugin
