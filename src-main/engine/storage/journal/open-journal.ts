import { existsSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { isDamage, openEncryptedFile } from '../encrypted-file.ts'
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
 * Opens the journal and reads all of it, which is little: a page that is damaged says so now and not in the middle of a
 * decision. A damaged one is never replaced: a person decides what becomes of it.
 * @throws StorageError `from-future` or `journal-unreadable`
 */
export function openJournal(path: string, key: Uint8Array): Journal {
  try {
    const sql = openEncryptedFile({ path, key, synchronous: 'FULL', migrations: JOURNAL_MIGRATIONS })
    if (!isWhole(sql)) {
      sql.close()
      throw new StorageError('journal-unreadable', path)
    }
    return { path, sql, rows: drizzle(sql), close: () => sql.close() }
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'unreadable') throw error
    throw new StorageError('journal-unreadable', path, { cause: error })
  }
}

/** Whether every page of an open journal can be read. */
export function isWhole(sql: Database.Database): boolean {
  try {
    return sql.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

/**
 * Renames a journal that is closed, with what belongs to it, so that the next opening starts with an empty one. The files its
 * decisions name go first: they exist nowhere else, and an empty journal has what it does not know swept away.
 */
export function setJournalAside(path: string, now: Date): string {
  const end = `.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  const attached = join(dirname(path), 'attached')
  if (existsSync(attached)) renameSync(attached, attached + end)
  const aside = path + end
  for (const rest of ['', '-wal', '-shm']) if (existsSync(path + rest)) renameSync(path + rest, aside + rest)
  return aside
}
