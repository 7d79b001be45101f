import Database from 'better-sqlite3'

/** What systems say of a disk, or of what one user may have of it, where nothing more goes on it. */
const NO_ROOM: readonly unknown[] = ['ENOSPC', 'EDQUOT']
/** Errors within errors that are looked into. */
const DEPTH = 8

/** Whether something failed because the disk is full: what was begun is undone, and goes on once there is room. */
export function isDiskFull(error: unknown): boolean {
  let each = error
  for (let depth = 0; depth < DEPTH && each instanceof Error; depth += 1) {
    if (each instanceof Database.SqliteError && each.code === 'SQLITE_FULL') return true
    if ('code' in each && NO_ROOM.includes(each.code)) return true
    each = each.cause
  }
  return false
}
