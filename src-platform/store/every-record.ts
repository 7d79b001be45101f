import { z } from 'zod'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { StoreReader } from './store.ts'

/** Records read at a time. */
const AT_ONCE = 500

/** Every record of a kind, whoever's it is, in id order. */
export async function* everyRecord<K extends RecordKind>(
  reader: Pick<StoreReader, 'snapshotRows'>,
  kind: K,
): AsyncGenerator<RecordOf[K]> {
  for (let after = ''; ; ) {
    const { json, next } = await reader.snapshotRows(kind, after, AT_ONCE)
    for (const row of z.array(z.array(z.unknown())).parse(JSON.parse(`[${Buffer.from(json).toString()}]`))) {
      yield RECORD_KINDS[kind].schema.parse(JSON.parse(z.string().parse(row.at(-1))))
    }
    if (next === null) return
    after = next
  }
}
