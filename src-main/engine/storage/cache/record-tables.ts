import type Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { integer, type SQLiteTable, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  CHANGED_KINDS,
  type LiftedOf,
  RECORD_KIND_NAMES,
  RECORD_KINDS,
  type RecordKind,
} from '#shared/contracts/console-platform/records/record-kinds.ts'

/** Builders of a column that holds values of a type. */
const textOf = <V extends string>() => text().$type<V>().notNull()
const textOrNullOf = <V extends string>() => text().$type<V>()
const integerOf = <V extends number>() => integer().$type<V>().notNull()
const integerOrNullOf = <V extends number>() => integer().$type<V>()

type BuilderOf<V> = [V] extends [string]
  ? ReturnType<typeof textOf<V>>
  : [V] extends [number]
    ? ReturnType<typeof integerOf<V>>
    : [V] extends [string | null]
      ? ReturnType<typeof textOrNullOf<Extract<V, string>>>
      : ReturnType<typeof integerOrNullOf<Extract<V, number>>>

type LiftedBuilders<K extends RecordKind> = { [N in keyof LiftedOf<K>]: BuilderOf<LiftedOf<K>[N]> }

/** A table as a kind's sheet says: id, version, the lifted columns in wire order, and the record as JSON text. */
function tableOf<K extends RecordKind>(kind: K, name: string) {
  const lifted = Object.entries(RECORD_KINDS[kind].columns).map(([column, { type, nullable }]) => {
    const builder = type === 'text' ? text() : integer()
    return [column, nullable ? builder : builder.notNull()]
  })
  return sqliteTable(name, {
    id: text().primaryKey(),
    version: integer().notNull(),
    // What the sheet says of types is what its lifts return: see ColumnMaker.
    ...(Object.fromEntries(lifted) as LiftedBuilders<K>),
    body: text().notNull(),
  })
}

type TableOf<K extends RecordKind> = ReturnType<typeof tableOf<K>>

/** Confirmed records as pulled from the platform, one table a kind. */
export const CACHE_TABLES = tablesOf(RECORD_KIND_NAMES, (table) => table)

/**
 * TEMP: the records that decisions on their way change, as they will be, see overlay.ts. A queue shows
 * `confirmed WHERE id NOT IN (overlay) UNION ALL overlay`.
 */
export const OVERLAY_TABLES = tablesOf(CHANGED_KINDS, (table) => `overlay_${table}`)

/** TEMP: lines of statements whose import is on its way. A line in `overlay_bank_line` stands for the one here. */
export const IMPORTED_BANK_LINE = tableOf('bankLine', 'imported_bank_line')

function tablesOf<K extends RecordKind>(kinds: readonly K[], nameOf: (table: string) => string) {
  const tables = kinds.map((kind) => [kind, tableOf(kind, nameOf(RECORD_KINDS[kind].table))])
  // One table a kind, each made from the sheet of its kind.
  return Object.fromEntries(tables) as { readonly [Each in K]: TableOf<Each> }
}

/** The statement that makes a table; `place` is the schema it lies in. */
export function createTableSql(table: SQLiteTable, place: 'main' | 'temp'): string {
  const columns = Object.values(getTableColumns(table)).map((column) =>
    [
      column.name,
      column.getSQLType().toUpperCase(),
      ...(column.primary ? ['PRIMARY KEY'] : []),
      ...(column.notNull ? ['NOT NULL'] : []),
    ].join(' '),
  )
  return `CREATE TABLE ${place}.${getTableName(table)} (${columns.join(', ')})`
}

/**
 * Makes the tables of confirmed records as the sheets have them. A copy that another program made otherwise starts over:
 * it can be fetched again, so that a column needs no migration.
 */
export function makeRecordTables(database: Database.Database): void {
  const otherwise = Object.values(CACHE_TABLES).filter((table) => !isAsStated(database, table))
  if (otherwise.length === 0) return
  database.transaction(() => {
    for (const table of otherwise) {
      database.exec(`DROP TABLE IF EXISTS main.${getTableName(table)}`)
      database.exec(createTableSql(table, 'main'))
    }
    database.exec('DELETE FROM sync_position')
  })()
}

/** Whether the tables of confirmed records are as the sheets have them. */
export function recordTablesAreAsStated(database: Database.Database): boolean {
  return Object.values(CACHE_TABLES).every((table) => isAsStated(database, table))
}

function isAsStated(database: Database.Database, table: SQLiteTable): boolean {
  const found = database
    .prepare<[string], { name: string; type: string; notnull: 0 | 1; pk: 0 | 1 }>(
      'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid',
    )
    .all(getTableName(table))
  const stated = Object.values(getTableColumns(table))
  return (
    found.length === stated.length &&
    stated.every((column, at) => {
      const { name, type, notnull, pk } = found[at] ?? {}
      const isSame = name === column.name && type === column.getSQLType().toUpperCase()
      return isSame && (notnull === 1) === column.notNull && (pk === 1) === column.primary
    })
  )
}
