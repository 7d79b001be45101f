import Database from 'better-sqlite3'
import type { PlatformStore, StoreTransaction } from '../store.ts'
import { StoreBusyError } from '../store-errors.ts'
import { migrate } from './migrations.ts'
import { SqliteReader } from './sqlite-reader.ts'
import { SqliteTransaction } from './sqlite-transaction.ts'

/** Writes that may wait for their turn before further ones are refused. */
const QUEUE_LIMIT = 1000

/**
 * Pages of the log after which they go into the database: 16 MB. A page of an index that several parts of an import
 * touch is then written there once.
 */
const CHECKPOINT_PAGES = 4000

/**
 * Two connections to one WAL database: the reader sees committed states only, the writer runs one transaction
 * after the other, so that positions are in commit order.
 */
class SqliteStore extends SqliteReader implements PlatformStore {
  readonly #writer: Database.Database
  readonly #transaction: SqliteTransaction
  #queue: Promise<unknown> = Promise.resolve()
  #waiting = 0
  readonly #listeners = new Set<(position: number) => void>()

  constructor(reader: Database.Database, writer: Database.Database) {
    super(reader)
    this.#writer = writer
    this.#transaction = new SqliteTransaction(writer)
  }

  async write<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> {
    if (this.#waiting >= QUEUE_LIMIT) throw new StoreBusyError('Too many writes are waiting.')
    this.#waiting += 1
    const turn = this.#queue.then(() => this.#run(work))
    this.#queue = turn.catch(() => undefined)
    return turn.finally(() => {
      this.#waiting -= 1
    })
  }

  watch(listener: (position: number) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.#queue
    this.database.close()
    this.#writer.close()
  }

  async #run<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> {
    this.#writer.exec('BEGIN IMMEDIATE')
    try {
      this.#transaction.begin()
      const result = await work(this.#transaction)
      this.#writer.exec('COMMIT')
      const position = this.#transaction.taken
      if (position !== null) for (const listener of this.#listeners) listener(position)
      return result
    } catch (error) {
      if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK')
      throw error
    }
  }
}

/**
 * Opens or makes the SQLite database at `path`. `newEpoch` names the history of a new one.
 * @throws StoreVersionError where a newer program wrote it.
 */
export function openSqliteStore(path: string, newEpoch: () => string): PlatformStore {
  const writer = new Database(path)
  try {
    writer.pragma('journal_mode = WAL')
    writer.pragma('synchronous = FULL')
    writer.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    migrate(writer, newEpoch())
    return new SqliteStore(new Database(path, { readonly: true }), writer)
  } catch (error) {
    writer.close()
    throw error
  }
}
