import type { QueryContext } from '../query-context.ts'
import { type Cursor, parseCursor } from './cursor.ts'
import type { Bindings } from './statement-cache.ts'
import type { WindowQuestion, WindowSource } from './window-question.ts'
import { sampleSql, type WindowShape } from './window-sql.ts'

/** Rows from either end up to which a place is walked to; further in it is taken from a sample. */
const WALKED_ROWS = 20_000
/** Rows looked at for a sample: they place a row within about one hundredth of the list. */
const SAMPLED_ROWS = 4_000

/** Where a window begins and in which direction it is read. */
export interface WindowPlace {
  /** Read against the order of the list; the rows are turned round afterwards. */
  readonly backwards: boolean
  readonly from: Cursor | null
  /** Rows to pass over first. */
  readonly skip: number
  readonly limit: number
}

/** The place a question names, in a list of `total` rows. @throws BadInput on a cursor that is none. */
export function placeOf(
  { after, before = null, at = 0, limit }: WindowQuestion<string>,
  total: number,
  sampled: (part: number) => Cursor | null,
): WindowPlace {
  if (after !== null) return { backwards: false, from: parseCursor(after), skip: 0, limit }
  if (before !== null) return { backwards: true, from: parseCursor(before), skip: 0, limit }
  if (at === 0 || (at <= WALKED_ROWS && at < total - limit))
    return { backwards: false, from: null, skip: at, limit }
  const behind = total - at - limit
  if (behind <= WALKED_ROWS) {
    // The last window is a whole one.
    return { backwards: true, from: null, skip: Math.max(0, behind), limit: Math.min(limit, total) }
  }
  const from = sampled(at / total)
  return { backwards: false, from, skip: from === null ? at : 0, limit }
}

/** A row about at a part of the list, from rows at even distances; null where none of those is in the filter. */
export function sampledCursor<Column extends string>(
  context: QueryContext,
  source: WindowSource<Column>,
  shape: WindowShape,
  bindings: Bindings,
  part: number,
): Cursor | null {
  const table = source.tables.confirmed
  const [range] = context.counts.rows<{ first: number; last: number }>(
    `SELECT min(rowid) AS first, max(rowid) AS last FROM ${table}`,
    {},
  )
  if (range === undefined) return null
  const distance = Math.max(1, (range.last - range.first) / SAMPLED_ROWS)
  const places: number[] = []
  for (let place = range.first; place <= range.last; place += distance) places.push(Math.floor(place))
  const rows = context.counts.rows<{ key: string | number; id: string }>(sampleSql(shape), {
    ...bindings,
    places: JSON.stringify(places),
  })
  const row = rows[Math.floor((shape.descending ? 1 - part : part) * rows.length)] ?? rows.at(-1)
  return row === undefined ? null : [row.key, row.id]
}
