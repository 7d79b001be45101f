import Database from 'better-sqlite3'
import type { Digest } from '#shared/contracts/console-platform/feed.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Audience } from '../../change-feed/role-cut.ts'
import type { OrdersOf, PlatformStore, RecountedRow, RecountQuery, StoreTransaction } from '../store.ts'
import { StoreBusyError } from '../store-errors.ts'
import { migrate } from './migrations.ts'
import { recountOf } from './order-reader.ts'
import { SqliteReader } from './sqlite-reader.ts'
import { SqliteTransaction } from './sqlite-transaction.ts'
import { StoreThread } from './store-thread.ts'
import { WriteAheadLog } from './write-ahead-log.ts'

/** Writes that may wait for their turn before further ones are refused. */
const QUEUE_LIMIT = 1000

/**
 * Two connections to one WAL database: the reader sees committed states only, the writer runs one transaction
 * after the other, so that positions are in commit order. What takes long and changes nothing is done in a second thread.
 */
class SqliteStore extends SqliteReader implements PlatformStore {
  readonly #writer: Database.Database
  readonly #transaction: SqliteTransaction
  readonly #thread: StoreThread
  readonly #log: WriteAheadLog
  #queue: Promise<unknown> = Promise.resolve()
  #waiting = 0
  readonly #listeners = new Set<(position: number) => void>()

  constructor(reader: Database.Database, writer: Database.Database) {
    super(reader)
    this.#writer = writer
    this.#transaction = new SqliteTransaction(writer)
    this.#thread = new StoreThread(writer.name)
    this.#log = new WriteAheadLog(writer, this.#thread)
  }

  async write<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> {
    return this.#take(() => this.#run(work))
  }

  async stage<K extends RecordKind>(batch: string, kind: K, records: readonly RecordOf[K][]): Promise<void> {
    await this.#log.room()
    if (this.#log.isLong) {
      // Nearly all of it beside others, so that they wait for the rest alone.
      await this.#log.checkpoint()
      await this.#take(() => this.#log.checkpoint())
    }
    await this.#take(async () => {
      // A commit that is not synced is lost with the machine, if at all, and so is the batch; the next one that is syncs both.
      this.#writer.pragma('synchronous = NORMAL')
      try {
        await this.#run(async () => this.#transaction.stage(batch, kind, records))
      } finally {
        this.#writer.pragma('synchronous = FULL')
      }
    })
  }

  override async recount(of: OrdersOf, since: string, query: RecountQuery): Promise<RecountedRow[]> {
    const { sql, bindings } = recountOf(of, since, query)
    return (await this.#thread.read(sql, bindings)) as RecountedRow[]
  }

  override async digest(kinds: readonly RecordKind[], audience?: Audience): Promise<Digest> {
    return this.#thread.digest(kinds, audience ?? null)
  }

  watch(listener: (position: number) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.#queue
    await this.#thread.close()
    this.database.close()
    this.#writer.close()
  }

  /** Does work that nobody else writes beside, in the order it came. */
  async #take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= QUEUE_LIMIT) throw new StoreBusyError('Too many writes are waiting.')
    this.#waiting += 1
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn.finally(() => {
      this.#waiting -= 1
    })
  }

  async #run<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> {
    this.#writer.exec('BEGIN IMMEDIATE')
    try {
      this.#transaction.begin()
      const result = await work(this.#transaction)
      this.#writer.exec('COMMIT')
      this.#log.committed()
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
    migrate(writer, newEpoch())
    return new SqliteStore(new Database(path, { readonly: true }), writer)
  } catch (error) {
    writer.close()
    throw error
  }
}
