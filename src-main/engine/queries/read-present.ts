import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { CACHE_TABLES, IMPORTED_BANK_LINE, OVERLAY_TABLES } from '../storage/cache/record-tables.ts'
import type { QueryContext } from './query-context.ts'

const OVERLAYS: Partial<Record<RecordKind, SQLiteTable>> = OVERLAY_TABLES
const ARRIVING: Partial<Record<RecordKind, SQLiteTable>> = { bankLine: IMPORTED_BANK_LINE }

/** SQL of one record's body by `@id`; a record with pending decisions is read as they will leave it. */
function bodySql(kind: RecordKind): string {
  const places = [OVERLAYS[kind], CACHE_TABLES[kind], ARRIVING[kind]].flatMap((table) =>
    table === undefined ? [] : [`(SELECT body FROM ${getTableName(table)} WHERE id = @id)`],
  )
  return `SELECT coalesce(${places.join(', ')}, '') AS body`
}

/** The record as this desk sees it, checked; null where it is not here. */
export function readPresent<K extends RecordKind>(
  context: Pick<QueryContext, 'statements'>,
  kind: K,
  id: string,
): RecordOf[K] | null {
  const row = context.statements.prepare<{ body: string }>(bodySql(kind)).get({ id })
  return row?.body ? RECORD_KINDS[kind].schema.parse(JSON.parse(row.body)) : null
}
