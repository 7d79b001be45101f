import { DuckDBInstance } from '@duckdb/node-api'
import type { Database } from 'better-sqlite3'

/** A table of the copy: the instant that rows count at, texts they are told apart by, and whole numbers. */
export interface CopiedTable {
  readonly table: string
  readonly at: string
  readonly texts: readonly string[]
  readonly numbers: readonly string[]
}

/** A question answered by DuckDB from a copy of its own, in memory. */
export interface DuckDbCopy {
  /** Rows of numbers, and of texts where a column is one. */
  ask(sql: string): Promise<Record<string, number | string>[]>
  close(): void
}

/** Copies columns of some tables; instants become timestamps. */
export async function duckDbCopy(database: Database, tables: readonly CopiedTable[]): Promise<DuckDbCopy> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const { table, at, texts, numbers } of tables) {
    const columns = [at, ...texts, ...numbers]
    const typed = [
      ...[at, ...texts].map((name) => `${name} VARCHAR`),
      ...numbers.map((name) => `${name} BIGINT`),
    ]
    await connection.run(`CREATE TABLE brought (${typed.join(', ')})`)
    const appender = await connection.createAppender('brought')
    const rows = database
      .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .iterate() as IterableIterator<(string | number)[]>
    for (const row of rows) {
      for (const value of row) {
        if (typeof value === 'string') appender.appendVarchar(value)
        else appender.appendBigInt(BigInt(value))
      }
      appender.endRow()
    }
    appender.closeSync()
    const kept = [`${at}::TIMESTAMP AS ${at}`, ...texts, ...numbers].join(', ')
    await connection.run(`CREATE TABLE ${table} AS SELECT ${kept} FROM brought`)
    await connection.run('DROP TABLE brought')
  }
  return {
    ask: async (sql) => {
      const reader = await connection.runAndReadAll(sql)
      return reader
        .getRowObjectsJS()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              typeof value === 'string' ? value : Number(value),
            ]),
          ),
        )
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
