import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { RECORD_DESCRIPTIONS } from '#shared/descriptions/records.ts'
import { type Change, compare, type Names } from '#shared/values/description.ts'

/** More than these are not shown: the record is another one. */
export const MAX_CHANGES = 100

/** Where two versions of a record differ, in values with their names; none where one of them is not there. */
export function changedFields<K extends RecordKind>(
  kind: K,
  seen: RecordOf[K] | null,
  current: RecordOf[K] | null,
  names: Names,
): Change[] {
  if (seen === null || current === null) return []
  return compare(RECORD_DESCRIPTIONS[kind], seen, current, names).slice(0, MAX_CHANGES)
}

/** A record as it was kept as JSON; null where it was not, or by a program whose records were others. */
export function keptRecord<K extends RecordKind>(kind: K, json: string): RecordOf[K] | null {
  const kept: unknown = JSON.parse(json)
  const parsed = RECORD_KINDS[kind].schema.safeParse(kept)
  return parsed.success ? parsed.data : null
}
