import { SqliteError } from 'better-sqlite3'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
  wireRow,
} from '#shared/contracts/console-platform/records/record-kinds.ts'

export const INSERT_RECORD = `INSERT INTO records (marketplace, provider, kind, id, version, position, name, row, sort)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** By its id alone: an order may be corrected to another provider. */
export const PUT_RECORD = `${INSERT_RECORD} ON CONFLICT (kind, id) DO UPDATE
  SET marketplace = excluded.marketplace, provider = excluded.provider, version = excluded.version, position = excluded.position, name = excluded.name, row = excluded.row, sort = excluded.sort`

/** What INSERT_RECORD takes. */
export function recordRow<K extends RecordKind>(kind: K, record: RecordOf[K], position: number): unknown[] {
  const { marketplace, providerId, name, sort = null } = RECORD_KINDS[kind].key(record)
  const row = JSON.stringify(wireRow(kind, record))
  return [marketplace, providerId, kind, record.id, record.version, position, name, row, sort]
}

/** Whether a record could not be written because another has its id or name. */
export function isKeyTaken(error: unknown): boolean {
  return error instanceof SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
}
