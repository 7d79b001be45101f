import Database from 'better-sqlite3'
import { type Migration, migrate } from './migrate.ts'
import { StorageError } from './storage-error.ts'

export interface EncryptedFileSpec {
  readonly path: string
  /** 32 bytes. */
  readonly key: Uint8Array
  /** FULL: a commit survives a power cut. NORMAL: it survives a crash of the program, the file stays whole. */
  readonly synchronous: 'FULL' | 'NORMAL'
  readonly migrations: readonly Migration[]
}

/**
 * Opens (or makes) an encrypted SQLite file and brings its schema up to date.
 * @throws StorageError `from-future` where a newer program wrote it, `unreadable` where it is damaged or the
 *   key does not fit.
 */
export function openEncryptedFile(spec: EncryptedFileSpec): Database.Database {
  const database = new Database(spec.path)
  try {
    unlock(database, spec.key)
    database.pragma('page_size = 8192')
    database.pragma('journal_mode = WAL')
    database.pragma(`synchronous = ${spec.synchronous}`)
    // Sorting and TEMP tables must never reach the disk in the clear.
    database.pragma('temp_store = MEMORY')
    database.pragma('busy_timeout = 5000')
    database.pragma('cache_size = -32768')
    migrate(database, spec.path, spec.migrations)
    return database
  } catch (error) {
    database.close()
    throw isDamage(error) ? new StorageError('unreadable', spec.path, { cause: error }) : error
  }
}

/** Says how a file is encrypted and with what; the first reading tells whether that is so. */
export function unlock(database: Database.Database, key: Uint8Array): void {
  // Authenticated, and with a processor's AES instructions a third of the cost of chacha20: building an index
  // reads the whole table. `raw:` takes the key as it is, without deriving one from it for 60 ms.
  database.pragma("cipher='aegis'")
  database.pragma(`key='raw:${Buffer.from(key).toString('hex')}'`)
}

/** Whether SQLite says that the file itself is broken, as against a full disk or a mistake of ours. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return false
  return error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB'
}
