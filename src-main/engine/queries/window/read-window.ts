import type { QueryContext } from '../query-context.ts'
import { type Cursor, cursorText } from './cursor.ts'
import type { FilterSql } from './filter-sql.ts'
import type { Bindings } from './statement-cache.ts'
import { placeOf, sampledCursor, type WindowPlace } from './window-place.ts'
import type { WindowQuestion, WindowSource } from './window-question.ts'
import { countSql, type QueueTables, type WindowShape, windowRowsSql } from './window-sql.ts'

export interface Window<Row> {
  readonly rows: Row[]
  readonly previous: string | null
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
  if (filter.states.length === 0) return { rows: [], previous: null, next: null, total: 0 }
  const total = countRows(context, source, filter)
  const { shape, bindings, place } = windowShape(source, filter, question, total, (inOrder, part) =>
    sampledCursor(context, source, inOrder, filter.bindings, part),
  )
  const read = context.statements
    .prepare<Row & { key: string | number }>(windowRowsSql(shape, columns, joins))
    .all(bindings)
  const goesOn = read.length > place.limit
  const rows = read.slice(0, place.limit)
  if (place.backwards) rows.reverse()
  const cursorOf = (row: (typeof rows)[number] | undefined) =>
    row === undefined ? null : cursorText([row.key, row.id])
  const comesFrom = place.from !== null || place.skip > 0
  const [hasPrevious, hasNext] = place.backwards ? [goesOn, comesFrom] : [comesFrom, goesOn]
  return {
    rows,
    previous: hasPrevious ? cursorOf(rows[0]) : null,
    next: hasNext ? cursorOf(rows.at(-1)) : null,
    total,
  }
}

/** What is asked of SQLite for one window; one row more than shown tells whether another follows. */
export function windowShape<Column extends string>(
  source: WindowSource<Column>,
  filter: FilterSql,
  question: WindowQuestion<Column>,
  total: number,
  sampled: (shape: WindowShape, part: number) => Cursor | null = () => null,
): { readonly shape: WindowShape; readonly bindings: Bindings; readonly place: WindowPlace } {
  const narrow = filter.selective && total <= source.sortedRows
  const inOrder: WindowShape = {
    tables: source.tables,
    key: source.keys[question.sort.column],
    descending: question.sort.descending,
    states: filter.states.length,
    where: narrow ? filter.narrow : filter.walk,
    narrow,
    prelude: narrow ? filter.prelude : '',
    continued: false,
  }
  const place = placeOf(question, total, (part) => sampled(inOrder, part))
  const { from, backwards, limit, skip } = place
  return {
    shape: { ...inOrder, descending: backwards !== inOrder.descending, continued: from !== null },
    bindings: {
      ...filter.bindings,
      limit: limit + 1,
      skip,
      ...(from === null ? {} : { fromKey: from[0], fromId: from[1] }),
    },
    place,
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
