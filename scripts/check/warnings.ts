import type { Check } from './check.ts'

/** The compiler has nothing to say about our own Solidity. */
export const warnings: Check = {
  name: 'compiler warnings',
  remedy: 'change the Solidity until the compiler is content',
  run: async ({ build }) =>
    build.diagnostics
      .filter(
        // Without a location: solc stopped counting, so ours may be among the lost.
        ({ sourceLocation }) =>
          sourceLocation === undefined ||
          sourceLocation.file.startsWith('project/'),
      )
      .map(({ formattedMessage, message }) =>
        (formattedMessage ?? message).trim(),
      ),
}
