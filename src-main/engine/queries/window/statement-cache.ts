import type { Database, Statement } from 'better-sqlite3'

/** Windows and filters make a few hundred different texts at most; beyond that the eldest is dropped. */
const MAX_STATEMENTS = 256

/** Prepares each text once: preparing a window over nine states costs more than running it. */
export class StatementCache {
  readonly #database: Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: Database) {
    this.#database = database
  }

  prepare<Row>(sql: string): Statement<[Bindings], Row> {
    const known = this.#statements.get(sql)
    const statement = known ?? this.#database.prepare(sql)
    this.#statements.delete(sql)
    this.#statements.set(sql, statement)
    if (this.#statements.size > MAX_STATEMENTS) {
      const eldest = this.#statements.keys().next()
      if (!eldest.done) this.#statements.delete(eldest.value)
    }
    return statement as Statement<[Bindings], Row>
  }

  /** Asks in one transaction: each question by itself takes the locks of one. */
  atOnce<T>(ask: () => T): T {
    return this.#database.inTransaction ? ask() : this.#database.transaction(ask)()
  }
}

/** Values of named parameters. */
export type Bindings = Readonly<Record<string, string | number | null>>
