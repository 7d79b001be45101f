import type Database from 'better-sqlite3'

/**
 * While a snapshot fills the cache its new pages go straight to the file: a write-ahead log would encrypt and write
 * each one twice. A rollback journal keeps a commit as whole as the log does; what stood in no page before needs
 * no copy in it. Cannot be called inside a transaction.
 */
export function beginFilling(database: Database.Database): void {
  journalMode(database, 'TRUNCATE')
}

/** Back to the log, which is quicker for the small changes that follow and never keeps a reader waiting. */
export function endFilling(database: Database.Database): void {
  journalMode(database, 'WAL')
}

/** As it is where another connection has the file open: either way of writing is right, one is quicker. */
function journalMode(database: Database.Database, mode: 'TRUNCATE' | 'WAL'): void {
  const current = String(database.pragma('journal_mode', { simple: true })).toUpperCase()
  // An in-memory database has a way of its own.
  if (current === mode || current === 'MEMORY') return
  const busyTimeout = Number(database.pragma('busy_timeout', { simple: true }))
  database.pragma('busy_timeout = 0')
  try {
    database.pragma(`journal_mode = ${mode}`)
  } catch (error) {
    if (!isBusy(error)) throw error
  } finally {
    database.pragma(`busy_timeout = ${busyTimeout}`)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
