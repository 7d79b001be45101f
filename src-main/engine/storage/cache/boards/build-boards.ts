import type Database from 'better-sqlite3'
import { addRow, type BoardRows, chunkBytes, chunkOf, noRows } from './board-chunk.ts'
import { BOARD_SOURCES, BOARDS, type Board, dayOf, FACETS, facetsOf } from './board-sources.ts'
import { BOARD_TRIGGERS, EMPTY_BOARDS, NEW_STAMP } from './board-triggers.ts'

/** Rows read before others may have their turn. */
const AT_ONCE = 20_000

interface SourceRow {
  readonly key: number
  readonly day: string
  readonly facets: string
  readonly first: string | null
  readonly second: string | null
  readonly amount: number
}

/**
 * Adds up the boards from all rows and keeps them from then on by triggers; piece by piece, so that queries can run.
 * It begins anew after a crash.
 */
export function* buildBoards(database: Database.Database): Generator<void, void> {
  database.exec(EMPTY_BOARDS)
  const members = new Map<string, number>()
  for (const board of BOARDS) {
    const before = lastFacet(database)
    const facets = new Map<string, number>()
    const months = new Map<string, BoardRows>()
    yield* read(database, board, (row) => {
      const month = row.day.slice(0, 7)
      const rows = months.get(month) ?? noRows()
      months.set(month, rows)
      addRow(rows, {
        day: Number(row.day.slice(8)),
        facet: before + numberOf(facets, row.facets),
        first: row.first === null ? 0 : numberOf(members, row.first),
        second: row.second === null ? 0 : numberOf(members, row.second),
        amount: row.amount,
      })
    })
    yield* write(database, board, facets, months)
  }
  const insert = database.prepare('INSERT INTO board_member(number, id) VALUES (?, ?)')
  database.transaction(() => {
    for (const [id, number] of members) insert.run(number, id)
    database.exec(`${BOARD_TRIGGERS.join('\n')} INSERT INTO board_made(stamp) VALUES (${NEW_STAMP});`)
  })()
  yield
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, numbers.size + 1)
  return numbers.size
}

function* read(
  database: Database.Database,
  board: Board,
  take: (row: SourceRow) => void,
): Generator<void, void> {
  const { table, members, amount } = BOARD_SOURCES[board]
  const [first = 'NULL', second = 'NULL'] = members.map(({ prefix, id }) => `'${prefix}' || ${id('r')}`)
  const page = database.prepare<[number], SourceRow>(
    `SELECT r.rowid AS key, ${dayOf(board, 'r')} AS day, json_array(${facetsOf(board, 'r')}) AS facets,
       ${first} AS first, ${second} AS second, ${amount === null ? '0' : amount('r')} AS amount
     FROM ${table} r WHERE r.rowid > ? ORDER BY r.rowid LIMIT ${AT_ONCE}`,
  )
  for (let after = Number.MIN_SAFE_INTEGER, more = true; more; ) {
    const rows = page.all(after)
    for (const row of rows) take(row)
    after = rows.at(-1)?.key ?? after
    more = rows.length === AT_ONCE
    yield
  }
}

function* write(
  database: Database.Database,
  board: Board,
  facets: ReadonlyMap<string, number>,
  months: ReadonlyMap<string, BoardRows>,
): Generator<void, void> {
  const before = lastFacet(database)
  const addFacet = database.prepare(
    `INSERT INTO board_facet(number, board, ${FACETS.join(', ')}) VALUES (?, ?, ${FACETS.map(() => '?').join(', ')})`,
  )
  database.transaction(() => {
    for (const [facet, number] of facets) addFacet.run(before + number, board, ...JSON.parse(facet))
  })()
  const addChunk = database.prepare(
    `INSERT INTO board_chunk(board, month, stamp, rows) VALUES (?, ?, ${NEW_STAMP}, ?)`,
  )
  for (const [month, rows] of months) {
    addChunk.run(board, month, chunkBytes(chunkOf(board, rows)))
    yield
  }
}

/** Every board numbers its facets after those of the one before. */
function lastFacet(database: Database.Database): number {
  return Number(database.prepare('SELECT ifnull(max(number), 0) FROM board_facet').pluck().get())
}
