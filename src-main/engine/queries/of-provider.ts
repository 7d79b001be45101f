import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ChangedKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { RECORD_KINDS } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { CACHE_TABLES, OVERLAY_TABLES } from '../storage/cache/record-tables.ts'
import type { QueryContext } from './query-context.ts'

/** Kinds whose records belong to a provider. */
export type KindOfProvider = {
  [K in ChangedKind]: RecordOf[K] extends { readonly providerId: string } ? K : never
}[ChangedKind]

/** A provider's records of a kind as this desk sees them, what is on its way included; in id order. */
export function ofProvider<K extends KindOfProvider>(
  context: QueryContext,
  kind: K,
  providerId: string,
): RecordOf[K][] {
  const name = (table: SQLiteTable) => getTableName(table)
  const overlay = name(OVERLAY_TABLES[kind])
  const rows = context.statements
    .prepare<{ body: string }>(
      `SELECT id, body FROM ${name(CACHE_TABLES[kind])} r WHERE providerId = @providerId
         AND NOT EXISTS (SELECT 1 FROM ${overlay} o WHERE o.id = r.id)
       UNION ALL SELECT id, body FROM ${overlay} WHERE providerId = @providerId ORDER BY id`,
    )
    .all({ providerId })
  return rows.map(({ body }) => RECORD_KINDS[kind].schema.parse(JSON.parse(body)))
}
