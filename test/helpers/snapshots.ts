import { afterEach, beforeEach } from 'node:test'
import type { Devnet } from '../../devnet/index.ts'

/** Every test of the suite starts from the chains as they were before the first one. */
export function revertAfterEach(devnet: () => Devnet): void {
  let snapshots: unknown[]
  beforeEach(async () => {
    snapshots = await Promise.all(
      devnet().chains.map(({ rpc }) => rpc('evm_snapshot')),
    )
  })
  afterEach(async () => {
    await Promise.all(
      devnet().chains.map(({ rpc }, index) =>
        rpc('evm_revert', [snapshots[index]]),
      ),
    )
  })
}
