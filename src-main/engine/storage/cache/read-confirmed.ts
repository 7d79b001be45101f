import type Database from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { CACHE_TABLES } from './record-tables.ts'

/** A confirmed record by its id, parsed; null where this copy has none. @throws ZodError where it is malformed */
export function readConfirmed<K extends RecordKind>(
  database: Database.Database,
  kind: K,
  id: string,
): RecordOf[K] | null {
  const statement = database.prepare<[string], { body: string }>(
    `SELECT body FROM main.${getTableName(CACHE_TABLES[kind])} WHERE id = ?`,
  )
  const row = statement.get(id)
  return row === undefined ? null : RECORD_KINDS[kind].schema.parse(JSON.parse(row.body))
}

/** Ids of the confirmed records that a provider has of a kind, in order. */
export function confirmedOfProvider(
  database: Database.Database,
  kind: RecordKind,
  marketplace: string,
  providerId: string,
): string[] {
  const statement = database.prepare<[string, string], { id: string }>(
    `SELECT id FROM main.${getTableName(CACHE_TABLES[kind])}
     WHERE providerId = ? AND marketplace = ? ORDER BY id`,
  )
  return statement.all(providerId, marketplace).map(({ id }) => id)
}

/** The version of a confirmed record; null where this copy has none. */
export function readVersion(database: Database.Database, kind: RecordKind, id: string): number | null {
  const statement = database.prepare<[string], { version: number }>(
    `SELECT version FROM main.${getTableName(CACHE_TABLES[kind])} WHERE id = ?`,
  )
  return statement.get(id)?.version ?? null
}
