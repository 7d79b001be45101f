import type { QueryContext } from '../query-context.ts'
import { cursorText, parseCursor } from './cursor.ts'
import type { FilterSql } from './filter-sql.ts'
import type { Bindings } from './statement-cache.ts'
import { countSql, type QueueTables, type WindowShape, windowRowsSql } from './window-sql.ts'

/** What a table on screen is read from. */
export interface WindowSource<Column extends string> {
  readonly tables: QueueTables
  /** SQL of each sort over the row, never null. */
  readonly keys: Readonly<Record<Column, string>>
  /** Where a selective filter leaves up to this many rows, they are found and sorted; else the table is walked. */
  readonly sortedRows: number
}

export interface WindowQuestion<Column extends string> {
  readonly sort: { readonly column: Column; readonly descending: boolean }
  readonly after: string | null
  readonly limit: number
}

export interface Window<Row> {
  readonly rows: Row[]
  readonly next: string | null
  readonly total: number
}

/** One window of a table: `columns` over the row `r`, each row with its `key` and `id`. */
export function readWindow<Row extends { readonly id: string }, Column extends string>(
  context: QueryContext,
  source: WindowSource<Column>,
  filter: FilterSql,
  question: WindowQuestion<Column>,
  columns: string,
  joins: string,
): Window<Row> {
  if (filter.states.length === 0) return { rows: [], next: null, total: 0 }
  const total = countRows(context, source, filter)
  const { shape, bindings } = windowShape(source, filter, question, total)
  const rows = context.statements
    .prepare<Row & { key: string | number }>(windowRowsSql(shape, columns, joins))
    .all(bindings)
  const shown = rows.slice(0, question.limit)
  const last = shown.at(-1)
  const next = rows.length > question.limit && last !== undefined ? cursorText([last.key, last.id]) : null
  return { rows: shown, next, total }
}

/** What is asked of SQLite for one window; one row more than shown tells whether another follows. */
export function windowShape<Column extends string>(
  source: WindowSource<Column>,
  filter: FilterSql,
  question: WindowQuestion<Column>,
  total: number,
): { readonly shape: WindowShape; readonly bindings: Bindings } {
  const narrow = filter.selective && total <= source.sortedRows
  const after = question.after === null ? null : parseCursor(question.after)
  return {
    shape: {
      tables: source.tables,
      key: source.keys[question.sort.column],
      descending: question.sort.descending,
      states: filter.states.length,
      where: narrow ? filter.narrow : filter.walk,
      narrow,
      prelude: narrow ? filter.prelude : '',
      continued: after !== null,
    },
    bindings: {
      ...filter.bindings,
      limit: question.limit + 1,
      ...(after === null ? {} : { afterKey: after[0], afterId: after[1] }),
    },
  }
}

/** False while a snapshot comes in: the totals are made after its last page. */
export function hasTotals(context: QueryContext, { totals }: QueueTables): boolean {
  if (totals === null) return false
  const sql = `SELECT EXISTS (SELECT 1 FROM ${totals}) AS made`
  return context.statements.prepare<{ made: 0 | 1 }>(sql).get({})?.made === 1
}

/** How many rows a filter has in all. */
export function countRows(
  context: QueryContext,
  source: Pick<WindowSource<string>, 'tables'>,
  filter: FilterSql,
): number {
  if (filter.states.length === 0) return 0
  const sql = countSql({
    tables: source.tables,
    states: filter.states.length,
    where: filter.narrow,
    narrow: filter.selective,
    prelude: filter.prelude,
    fromTotals: filter.summed && hasTotals(context, source.tables),
  })
  return context.counts.rows<{ total: number }>(sql, filter.bindings)[0]?.total ?? 0
}
