import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { openEncryptedFile } from '../encrypted-file.ts'
import { StorageError } from '../storage-error.ts'
import { JOURNAL_MIGRATIONS } from './migrations.ts'

/** What only this computer knows: decisions not yet acknowledged, drafts, preferences, certificates. */
export interface Journal {
  readonly path: string
  readonly sql: Database.Database
  readonly rows: BetterSQLite3Database
  close(): void
}

/**
 * Opens the journal. A damaged one is never replaced: a person decides what becomes of it.
 * @throws StorageError `from-future` or `journal-unreadable`
 */
export function openJournal(path: string, key: Uint8Array): Journal {
  try {
    const sql = openEncryptedFile({ path, key, synchronous: 'FULL', migrations: JOURNAL_MIGRATIONS })
    return { path, sql, rows: drizzle(sql), close: () => sql.close() }
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'unreadable') throw error
    throw new StorageError('journal-unreadable', path, { cause: error })
  }
}
