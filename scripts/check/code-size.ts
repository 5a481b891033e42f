import type { BuildOutput } from '../generate/build-output.ts'
import type { Check } from './check.ts'
import { compareSnapshot, type Snapshot } from './snapshot.ts'

/** EIP-170 allows 24,576; the rest is room for one more fix. */
const LIMIT_BYTES = 24_000

/** Runtime bytes of every contract that can be deployed. */
export function codeSizes({ contracts }: BuildOutput): Snapshot {
  return {
    path: 'snapshots/code-size.json',
    content: Object.fromEntries(
      contracts
        .filter((contract) => contract.deployable)
        .map(({ name, runtimeBytes }) => [name, runtimeBytes])
        .sort(),
    ),
  }
}

export const codeSize: Check = {
  name: 'code size',
  remedy: `keep each below ${LIMIT_BYTES} bytes (split it, or viaIR in hardhat.config.ts); if the change is meant, run npm run fix and commit snapshots/code-size.json`,
  run: async ({ root, build }) => {
    const snapshot = codeSizes(build)
    const tooLarge = Object.entries(snapshot.content)
      .filter(([, bytes]) => Number(bytes) >= LIMIT_BYTES)
      .map(([name, bytes]) => `${name} has ${bytes} bytes of code`)
    return [...tooLarge, ...compareSnapshot(root, snapshot)]
  },
}
