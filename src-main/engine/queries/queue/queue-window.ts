import type { Desk } from '../desk.ts'
import { cursorText, parseCursor } from '../window/cursor.ts'
import type { Bindings } from '../window/statement-cache.ts'
import { countSql, type WindowShape, windowRowsSql } from '../window/window-sql.ts'
import type { Queue } from './queue.ts'
import type { FilterSql } from './queue-filter.ts'

/** Up to this many rows are found and sorted; where more match, the queue is walked in order instead. */
const SORTED_ROWS = 2000

export interface WindowQuestion<Column extends string> {
  readonly sort: { readonly column: Column; readonly descending: boolean }
  readonly after: string | null
  readonly limit: number
}

export interface QueueWindow<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly total: number
}

/** One window of a queue: `columns` over the row `r`, each row with its `key` and `id`. */
export function readQueueWindow<Row extends { readonly id: string }, Column extends string>(
  desk: Desk,
  queue: Queue<Column>,
  filter: FilterSql,
  question: WindowQuestion<Column>,
  columns: string,
  joins: string,
): QueueWindow<Row> {
  if (filter.states.length === 0) return { rows: [], next: null, total: 0 }
  const total = countQueue(desk, queue, filter)
  const { shape, bindings } = windowShape(queue, filter, question, total)
  const rows = desk.statements
    .prepare<Row & { key: string | number }>(windowRowsSql(shape, columns, joins))
    .all(bindings)
  const shown = rows.slice(0, question.limit)
  const last = shown.at(-1)
  const next = rows.length > question.limit && last !== undefined ? cursorText([last.key, last.id]) : null
  return { rows: shown, next, total }
}

/** What is asked of SQLite for one window; one row more than shown tells whether another follows. */
export function windowShape<Column extends string>(
  queue: Queue<Column>,
  filter: FilterSql,
  question: WindowQuestion<Column>,
  total: number,
): { readonly shape: WindowShape; readonly bindings: Bindings } {
  const narrow = filter.selective && total <= SORTED_ROWS
  const after = question.after === null ? null : parseCursor(question.after)
  return {
    shape: {
      tables: queue.tables,
      key: queue.keys[question.sort.column],
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

/** How many rows a filter has in all. */
export function countQueue(desk: Desk, queue: Queue, filter: FilterSql): number {
  if (filter.states.length === 0) return 0
  const sql = countSql({
    tables: queue.tables,
    states: filter.states.length,
    where: filter.narrow,
    narrow: filter.selective,
    prelude: filter.prelude,
  })
  return desk.counts.rows<{ total: number }>(sql, filter.bindings)[0]?.total ?? 0
}
