import type { Database, Statement } from 'better-sqlite3'
import { z } from 'zod'
import type { StoreThread } from './store-thread.ts'

/** Pages after which the log is written into the database: 16 MB. A page that many parts touch is written there once. */
const CHECKPOINT_PAGES = 4000
/** Pages after which the log should begin anew: 64 MB. */
const LONG_PAGES = 16_000
/** Pages after which the writer itself, with everybody waiting, writes them into the database: 256 MB. */
const LAST_RESORT_PAGES = 64_000

const pages = z.object({ log: z.int(), checkpointed: z.int() })

/** Keeps the log of a writing connection short from the second thread, so that no commit pays for what others wrote. */
export class WriteAheadLog {
  readonly #thread: StoreThread
  readonly #state: Statement
  /** As of the last commit. */
  #pages: z.infer<typeof pages> = { log: 0, checkpointed: 0 }
  #running: Promise<void> | null = null

  constructor(writer: Database, thread: StoreThread) {
    writer.pragma(`wal_autocheckpoint = ${LAST_RESORT_PAGES}`)
    this.#thread = thread
    this.#state = writer.prepare('PRAGMA wal_checkpoint(NOOP)')
  }

  /** To be called after each commit. */
  committed(): void {
    this.#pages = pages.parse(this.#state.get())
    if (this.#behind < CHECKPOINT_PAGES || this.#running !== null) return
    this.#running = this.checkpoint().finally(() => {
      this.#running = null
    })
  }

  /** When the log is not two checkpoints behind any more. */
  async room(): Promise<void> {
    if (this.#behind >= 2 * CHECKPOINT_PAGES) await this.#running
  }

  /** Whether writers should pause for a checkpoint: the log begins anew only where nothing was written beside one. */
  get isLong(): boolean {
    return this.#pages.log >= LONG_PAGES
  }

  /** What fails is tried again after the next commit; the last resort does not need the thread. */
  async checkpoint(): Promise<void> {
    await this.#thread.checkpoint().catch(() => undefined)
  }

  get #behind(): number {
    return this.#pages.log - this.#pages.checkpointed
  }
}
