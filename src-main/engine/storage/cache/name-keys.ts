import type Database from 'better-sqlite3'
import { dropIndexes } from './indexes.ts'

/**
 * Raised whenever `search_text`, `grams` or `reading_key` answer otherwise: indexes hold what they answered. A test holds
 * their answers against it.
 */
export const NAME_KEYS_VERSION = 1

/**
 * Takes the indexes away where another version of the fold made them, and has the copy make them anew before it goes on
 * with the feed: its records stay.
 */
export function renewNameKeys(database: Database.Database): void {
  const made = database.prepare<[], { version: number }>('SELECT version FROM name_keys').get()
  if (made?.version === NAME_KEYS_VERSION) return
  database.transaction(() => {
    dropIndexes(database)
    database.exec(
      "UPDATE sync_position SET phase = 'indexes' WHERE phase = 'complete'; DELETE FROM name_keys",
    )
    database.prepare('INSERT INTO name_keys (version) VALUES (?)').run(NAME_KEYS_VERSION)
  })()
}
