import {
  RECORD_KIND_NAMES,
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
  type WireRow,
} from './records/record-kinds.ts'

/**
 * What consoles of older protocols get: the kinds, columns and fields of theirs, by what the sheets say of each one's
 * `since`, `formerly` and `before`. In the newest protocol everything is as it is stored.
 */
export function kindsIn(protocol: number): RecordKind[] {
  return RECORD_KIND_NAMES.filter((kind) => RECORD_KINDS[kind].since <= protocol)
}

/** Names of a kind's columns in a protocol, in wire order. */
export function columnNamesIn(kind: RecordKind, protocol: number): string[] {
  return Object.entries(RECORD_KINDS[kind].columns).flatMap(([name, { since = 0, formerly }]) => {
    if (since > protocol) return []
    return formerly !== undefined && protocol <= formerly.until ? [formerly.name] : [name]
  })
}

/** Whether the rows of a kind are the same in a protocol as in the newest: its columns may have other names. */
export function isAlikeIn(kind: RecordKind, protocol: number): boolean {
  const { columns } = RECORD_KINDS[kind]
  return (
    changesAfter(kind, protocol).length === 0 &&
    Object.values(columns).every(({ since = 0 }) => since <= protocol)
  )
}

/** The row of a record as a protocol has it. */
export function wireRowIn<K extends RecordKind>(kind: K, record: RecordOf[K], protocol: number): WireRow {
  const lifted = Object.values(RECORD_KINDS[kind].columns).flatMap(({ since = 0, lift }) =>
    since > protocol ? [] : [lift(record)],
  )
  return [record.id, record.version, ...lifted, JSON.stringify(recordIn(kind, record, protocol))]
}

/** A record as a protocol has it: each protocol since then takes back what it added. */
export function recordIn<K extends RecordKind>(kind: K, record: RecordOf[K], protocol: number): object {
  const { before } = RECORD_KINDS[kind]
  return changesAfter(kind, protocol).reduce<RecordOf[K]>((newer, change) => {
    // What an earlier protocol changes is in the record of a later one as well.
    return (before[change]?.(newer) ?? newer) as RecordOf[K]
  }, record)
}

/** The protocols after one that changed a kind's record, newest first. */
function changesAfter(kind: RecordKind, protocol: number): number[] {
  const changed = Object.keys(RECORD_KINDS[kind].before).map(Number)
  return changed.filter((each) => each > protocol).sort((left, right) => right - left)
}
