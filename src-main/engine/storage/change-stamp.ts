import type { Database } from 'better-sqlite3'

/** A text that moves with every write to a database; what was read while it stood still is still so. */
export function changeStamp(database: Database): () => string {
  // data_version moves with commits of other connections, total_changes with our own.
  const stamp = database
    .prepare<[], string>(`SELECT data_version || ' ' || total_changes() FROM pragma_data_version`)
    .pluck()
  return () => stamp.get() ?? ''
}
