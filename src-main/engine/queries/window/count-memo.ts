import type { Database } from 'better-sqlite3'
import { changeStamp } from '../../storage/change-stamp.ts'
import type { Bindings, StatementCache } from './statement-cache.ts'

const MAX_COUNTS = 256

/**
 * Counts a filter once for each state of the data: counting 200,000 rows costs more than the window itself, and
 * a page asks for the same total again with each window it scrolls to.
 */
export class CountMemo {
  readonly #statements: StatementCache
  readonly #stamp: () => string
  readonly #known = new Map<string, unknown>()
  #knownAt = ''

  constructor(database: Database, statements: StatementCache) {
    this.#statements = statements
    this.#stamp = changeStamp(database)
  }

  /** Names the state of the data: another one after anything was written. */
  stamp(): string {
    return this.#stamp()
  }

  /** The rows of a counting query, from memory while nothing was written. */
  rows<Row>(sql: string, bindings: Bindings): readonly Row[] {
    const now = this.#stamp()
    if (now !== this.#knownAt || this.#known.size >= MAX_COUNTS) this.#known.clear()
    this.#knownAt = now
    const question = `${sql} ${JSON.stringify(bindings)}`
    const known = this.#known.get(question) as readonly Row[] | undefined
    if (known !== undefined) return known
    const rows = this.#statements.prepare<Row>(sql).all(bindings)
    this.#known.set(question, rows)
    return rows
  }
}
