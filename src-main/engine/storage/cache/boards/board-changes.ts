import type Database from 'better-sqlite3'
import {
  addRow,
  type BoardChunk,
  type BoardRow,
  type BoardRows,
  chunkBytes,
  chunkFrom,
  chunkOf,
  markGone,
  noRows,
} from './board-chunk.ts'
import type { Board } from './board-sources.ts'
import { NEW_STAMP } from './board-triggers.ts'

/** Changes kept beside the chunks before they are written into them: reading has to look at each. */
const MOST_CHANGES = 4000

interface ChangeRow extends Omit<BoardRow, 'day'> {
  readonly board: Board
  readonly sign: 1 | -1
  /** In Beijing. */
  readonly day: string
}

/** What a month gained and lost since its chunk was written: each row as often as it came, or went if below zero. */
type Changes = Map<string, { readonly row: BoardRow; count: number }>

/** The changes since the chunks of the months were written, by month; months without any are left out. */
export function changesBetween(
  database: Database.Database,
  board: Board,
  from: string,
  to: string,
): Map<string, Changes> {
  const rows = database
    .prepare<[Board, string, string], ChangeRow>(
      'SELECT board, sign, day, facet, first, second, amount FROM board_change WHERE board = ? AND day >= ? AND day <= ?',
    )
    .all(board, from, to)
  return byMonth(rows)
}

/** What changed in a month since its chunk was written. */
interface LaidOver {
  /** By place in the chunk: 1 of rows that went. */
  readonly gone: Uint8Array
  readonly came: BoardRows
}

/** Which rows of a chunk went, and which came. */
function laidOver(chunk: BoardChunk | null, changes: Changes): LaidOver {
  const gone = new Uint8Array(chunk?.facets.length ?? 0)
  const came = noRows()
  for (const { row, count } of changes.values()) {
    if (count < 0 && chunk !== null) markGone(chunk, gone, row, -count)
    for (let each = 0; each < count; each += 1) addRow(came, row)
  }
  return { gone, came }
}

/** The same without writing the chunk anew: what is left of it is what is not gone, and the rest is a chunk of its own. */
export function changedBeside(
  board: Board,
  chunk: BoardChunk | null,
  changes: Changes,
): { readonly gone: Uint8Array; readonly came: BoardChunk } {
  const { gone, came } = laidOver(chunk, changes)
  return { gone, came: chunkOf(board, came) }
}

/** Writes the changes into their chunks, where there are many; in the transaction of the rows that made them. */
export function foldChanges(database: Database.Database, most = MOST_CHANGES): void {
  const waiting = Number(database.prepare('SELECT count(*) FROM board_change').pluck().get())
  if (waiting <= most) return
  const rows = database
    .prepare<[], ChangeRow>('SELECT board, sign, day, facet, first, second, amount FROM board_change')
    .all()
  const read = database.prepare<[Board, string], { rows: Buffer }>(
    'SELECT rows FROM board_chunk WHERE board = ? AND month = ?',
  )
  const write = database.prepare(
    `INSERT INTO board_chunk(board, month, stamp, rows) VALUES (?, ?, ${NEW_STAMP}, ?)
     ON CONFLICT DO UPDATE SET stamp = excluded.stamp, rows = excluded.rows`,
  )
  for (const [board, ofBoard] of Map.groupBy(rows, (row) => row.board)) {
    for (const [month, changes] of byMonth(ofBoard)) {
      const before = read.get(board, month)
      const chunk = before === undefined ? null : chunkFrom(board, before.rows)
      const { gone, came } = laidOver(chunk, changes)
      write.run(board, month, chunkBytes(chunkOf(board, came, chunk, gone)))
    }
  }
  database.exec('DELETE FROM board_change')
}

function byMonth(rows: readonly ChangeRow[]): Map<string, Changes> {
  const months = new Map<string, Changes>()
  for (const { sign, day, facet, first, second, amount } of rows) {
    const month = day.slice(0, 7)
    const changes: Changes = months.get(month) ?? new Map()
    months.set(month, changes)
    const row = { day: Number(day.slice(8)), facet, first, second, amount }
    const change = changes.get(keyOf(row)) ?? { row, count: 0 }
    change.count += sign
    changes.set(keyOf(row), change)
  }
  return months
}

function keyOf({ day, facet, first, second, amount }: BoardRow): string {
  return `${day} ${facet} ${first} ${second} ${amount}`
}
