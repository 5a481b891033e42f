import type {
  BuildOutput,
  StorageLayout,
  StorageSlot,
} from '../generate/build-output.ts'
import type { Check } from './check.ts'
import { compareSnapshot, type Snapshot } from './snapshot.ts'

/**
 * Slots of every deployable contract, as `slot:offset type name`, and those of
 * the structs in them. There are no proxies to break; what a reviewer sees here
 * is a variable that left the slot it was packed into.
 */
export function storageLayouts({ contracts }: BuildOutput): Snapshot {
  return {
    path: 'snapshots/storage-layout.json',
    content: Object.fromEntries(
      contracts
        .filter(
          ({ deployable, storageLayout }) =>
            deployable && storageLayout.storage.length > 0,
        )
        .map(({ name, storageLayout }): [string, unknown] => [
          name,
          describe(storageLayout),
        ])
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    ),
  }
}

export const storageLayout: Check = {
  name: 'storage layout',
  remedy:
    'if the change is meant, run npm run fix and commit snapshots/storage-layout.json',
  run: async ({ root, build }) => compareSnapshot(root, storageLayouts(build)),
}

function describe({ storage, types }: StorageLayout) {
  // Type ids carry numbers of the compiler run; labels do not.
  const label = (slot: StorageSlot) => types?.[slot.type]?.label ?? slot.type
  const line = (slot: StorageSlot) =>
    `${slot.slot}:${slot.offset} ${label(slot)} ${slot.label}`
  const structs = Object.values(types ?? {})
    .flatMap((type) =>
      type.members ? [[type.label, type.members.map(line)] as const] : [],
    )
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return { slots: storage.map(line), structs: Object.fromEntries(structs) }
}
