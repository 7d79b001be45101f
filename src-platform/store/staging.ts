import { setImmediate } from 'node:timers/promises'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { PlatformStore } from './store.ts'

/** Records staged at once: some milliseconds, for which others wait. */
const AT_ONCE = 250

/**
 * Stages new records under the id of a batch, some at a time: others write in between, nobody sees any before the batch is
 * published. A command that writes more than a few thousand records stages them under its own id and closes with one
 * short transaction.
 * @throws KeyTakenError where an id or name is there already.
 */
export async function stageInParts<K extends RecordKind>(
  store: PlatformStore,
  batch: string,
  kind: K,
  records: Iterable<RecordOf[K]> | AsyncIterable<RecordOf[K]>,
): Promise<void> {
  let part: RecordOf[K][] = []
  const stage = async () => {
    const staged = part
    part = []
    // Making them may have taken some milliseconds already.
    await setImmediate()
    await store.stage(batch, kind, staged)
    await setImmediate()
  }
  for await (const record of records) {
    part.push(record)
    if (part.length === AT_ONCE) await stage()
  }
  if (part.length > 0) await stage()
}

/** Drops what was staged under an id and not published, some at a time. */
export async function dropStaged(store: PlatformStore, batch: string): Promise<void> {
  if (!(await store.stagedBatches()).includes(batch)) return
  while (await store.write((transaction) => transaction.unstage(batch)));
}

/** Drops what a process that ended has staged and not published. */
export async function dropAllStaged(store: PlatformStore): Promise<void> {
  for (const batch of await store.stagedBatches()) await dropStaged(store, batch)
}

/** Makes tombstones of what was removed with its batch, some at a time: the names are free again. */
export async function sweepAllRemoved(store: PlatformStore): Promise<void> {
  while (await store.write((transaction) => transaction.sweepRemoved())) await setImmediate()
}
