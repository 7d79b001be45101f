import Database from 'better-sqlite3'
import { unlock } from '../encrypted-file.ts'
import { registerSearchFunctions } from './search-text.ts'

/** What another thread needs to read the cache. */
export interface CacheReader {
  readonly path: string
  readonly key: Uint8Array
}

/**
 * Opens the cache of a running engine once more, to be read only, and begins a transaction: everything is read as it stood
 * at one moment, whatever is written meanwhile. Pending decisions are not laid over.
 */
export function openReader({ path, key }: CacheReader): Database.Database {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    unlock(database, key)
    // Sorting must never reach the disk in the clear.
    database.pragma('temp_store = MEMORY')
    database.pragma('busy_timeout = 5000')
    registerSearchFunctions(database)
    database.exec('BEGIN')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
