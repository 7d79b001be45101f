import { existsSync, renameSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { openEncryptedFile } from '../encrypted-file.ts'
import { StorageError } from '../storage-error.ts'
import { CACHE_MIGRATIONS } from './migrations.ts'
import { renewNameKeys } from './name-keys.ts'
import type { CacheReader } from './open-reader.ts'
import { createOverlayTables } from './overlay-tables.ts'
import { registerReadingKey } from './reading-key.ts'
import { makeRecordTables } from './record-tables.ts'
import { registerSearchFunctions } from './search-text.ts'

/** The copy of the platform's records: may be thrown away at any time and fetched anew. */
export interface Cache {
  readonly path: string
  /** Opens it once more in another thread, to be read only. */
  readonly reader: CacheReader
  /** For prepared SQL on hot paths. */
  readonly sql: Database.Database
  /** For typed reads. */
  readonly read: BetterSQLite3Database
  close(): void
}

/**
 * Opens the cache; a damaged one is set aside under a name with the time and replaced by an empty one.
 * @throws StorageError `from-future`
 */
export function openCache(path: string, key: Uint8Array, now: Date): Cache {
  const sql = openOrSetAside(path, key, now)
  makeRecordTables(sql)
  registerSearchFunctions(sql)
  registerReadingKey(sql)
  renewNameKeys(sql)
  createOverlayTables(sql)
  return { path, reader: { path, key }, sql, read: drizzle(sql), close: () => sql.close() }
}

function openOrSetAside(path: string, key: Uint8Array, now: Date): Database.Database {
  const spec = { path, key, synchronous: 'NORMAL', migrations: CACHE_MIGRATIONS } as const
  try {
    return openEncryptedFile(spec)
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'unreadable') throw error
    setCacheAside(path, now)
    return openEncryptedFile(spec)
  }
}

/** Renames a cache that is closed, so that the next opening starts with an empty one. */
export function setCacheAside(path: string, now: Date): void {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-')
  renameSync(path, `${path}.damaged-${stamp}`)
  // Without their database the write-ahead files mean nothing, and would spoil the next one.
  for (const rest of ['-wal', '-shm']) if (existsSync(path + rest)) rmSync(path + rest)
}
