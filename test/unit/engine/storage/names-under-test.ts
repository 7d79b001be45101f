import Database from 'better-sqlite3'
import { buildIndexes } from '#main/engine/storage/cache/indexes.ts'
import { CACHE_MIGRATIONS } from '#main/engine/storage/cache/migrations.ts'
import type { NameMatch } from '#main/engine/storage/cache/name-search.ts'
import { registerReadingKey } from '#main/engine/storage/cache/reading-key.ts'
import { makeRecordTables } from '#main/engine/storage/cache/record-tables.ts'
import { registerSearchFunctions } from '#main/engine/storage/cache/search-text.ts'
import { migrate } from '#main/engine/storage/migrate.ts'

/** Providers of some names in a cache of their own. */
export interface NamesUnderTest {
  readonly database: Database.Database
  /** Gives the provider of that id a name. */
  add(name: string, id: string): void
  /** The names that match, in order. */
  found(match: NameMatch): string[]
}

export function namesUnderTest(names: readonly string[]): NamesUnderTest {
  const database = new Database(':memory:')
  registerSearchFunctions(database)
  registerReadingKey(database)
  migrate(database, 'x.db', CACHE_MIGRATIONS)
  makeRecordTables(database)
  const put = database.prepare(
    `INSERT INTO provider (id, version, marketplace, name, kind, status, joinedOn, updatedAt, body)
     VALUES (?, 1, 'm', ?, 'enterprise', 'active', NULL, '', '{}')
     ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  )
  for (const [index, name] of names.entries()) put.run(String(index), name)
  for (const _ of buildIndexes(database));
  return {
    database,
    add: (name, id) => put.run(id, name),
    found: (match) =>
      database
        .prepare<string[], { name: string }>(
          `SELECT name FROM provider WHERE name IN (SELECT text FROM ${match.sql()}) ORDER BY name`,
        )
        .all(...match.parameters)
        .map(({ name }) => name),
  }
}
