import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { dropIndexes, INDEX_STATEMENTS } from './indexes.ts'
import { NAMED_COLUMNS } from './named-columns.ts'

/**
 * Raised whenever `search_text`, `grams` or `reading_key` answer otherwise: indexes hold what they answered. A test holds
 * their answers against it.
 */
export const NAME_KEYS_VERSION = 2

/** Differs where the version does, the columns of names, or an index. */
const MADE_WITH =
  NAME_KEYS_VERSION * 2 ** 32 +
  createHash('sha256')
    .update(JSON.stringify([NAMED_COLUMNS, INDEX_STATEMENTS]))
    .digest()
    .readUInt32LE()

/** Whether the indexes hold what this version answers. */
export function hasNameKeysOfNow(database: Database.Database): boolean {
  const made = database.prepare<[], { version: number }>('SELECT version FROM name_keys').get()
  return made?.version === MADE_WITH
}

/**
 * Takes the indexes away where another version of the fold made them, and has the copy make them anew before it goes on
 * with the feed: its records stay.
 */
export function renewNameKeys(database: Database.Database): void {
  if (hasNameKeysOfNow(database)) return
  database.transaction(() => {
    dropIndexes(database)
    database.exec(
      "UPDATE sync_position SET phase = 'indexes' WHERE phase = 'complete'; DELETE FROM name_keys",
    )
    database.prepare('INSERT INTO name_keys (version) VALUES (?)').run(BigInt(MADE_WITH))
  })()
}
