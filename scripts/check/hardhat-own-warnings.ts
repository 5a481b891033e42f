import type { HardhatPlugin } from 'hardhat/types/plugins'

/** Where solc points, as Hardhat prints it. */
const DEPENDENCY = /-->\s+\S*node_modules\//
/** solc's answer to forge-std's hundreds of deprecations. */
const CUT_OFF = 'There are more than 256 warnings'

/**
 * Keeps compiler warnings about dependencies off the screen: nobody here can
 * fix them, and they drown those about our own code. Errors always show.
 */
export const ownWarnings: HardhatPlugin = {
  id: 'openmesh-own-warnings',
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async getCompilationJobErrors(context, job, output, next) {
          const messages = await next(context, job, output)
          return messages.filter(
            ({ severity, message, formattedMessage = '' }) =>
              severity === 'error' ||
              !(
                DEPENDENCY.test(formattedMessage) || message.startsWith(CUT_OFF)
              ),
          )
        },
      }),
    }),
  },
}
