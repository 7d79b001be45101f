import type Database from 'better-sqlite3'
import { StorageError } from './storage-error.ts'

/** One step of a schema. Steps are numbered by their place, from 1; a step that was shipped never changes. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/**
 * Takes a database from whatever step it is at (`user_version`) to the last one, each step in a transaction.
 * @throws StorageError `from-future` where it is past the last step.
 */
export function migrate(database: Database.Database, path: string, migrations: readonly Migration[]): void {
  const at = schemaVersion(database)
  if (at > migrations.length) throw new StorageError('from-future', path)
  for (const [index, migration] of migrations.entries()) {
    if (index < at) continue
    database.transaction(() => {
      database.exec(migration.sql)
      database.pragma(`user_version = ${index + 1}`)
    })()
  }
}

export function schemaVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}
