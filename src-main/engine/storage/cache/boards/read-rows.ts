import type Database from 'better-sqlite3'
import { changed, changesBetween } from './board-changes.ts'
import { type BoardChunk, chunkFrom } from './board-chunk.ts'
import type { Board, Facet } from './board-sources.ts'

type FacetRow = { readonly number: number } & Readonly<Record<Facet, string>>

/** The rows of a board in some days that a filter lets through, a column each. */
export interface ReadRows {
  /** Days since the first asked for. */
  readonly days: Uint32Array
  readonly facets: Uint32Array
  readonly first: Uint32Array
  readonly second: Uint32Array
  readonly amounts: Float64Array
  /** What a facet's number stands for. */
  readonly facet: (number: number) => FacetRow | undefined
  /** Numbers of facets and of members are below these. */
  readonly facetCount: number
  readonly memberCount: number
}

/** What was read of an open file before: chunks and facets, each with its stamp. */
interface Known {
  readonly chunks: Map<string, { readonly stamp: string; readonly chunk: BoardChunk }>
  facets: { readonly stamp: string; readonly rows: FacetRow[] }
}
const known = new WeakMap<Database.Database, Known>()

const DAY_MS = 86_400_000
const DAYS_OF_MONTH = 31

/**
 * Reads the rows of a board between two days in Beijing, both included.
 * @returns null while the boards are not made: before the first sync is complete
 */
export function readRows(
  database: Database.Database,
  board: Board,
  { from, to }: { readonly from: string; readonly to: string },
  lets: (facet: FacetRow) => boolean,
): ReadRows | null {
  const made = database.prepare<[], { stamp: string }>('SELECT stamp FROM board_made').get()
  if (made === undefined) return null
  const memory = known.get(database) ?? { chunks: new Map(), facets: { stamp: '', rows: [] } }
  known.set(database, memory)
  const facets = readFacets(database, memory, made.stamp)
  const isLet = new Uint8Array(facets.length)
  for (const facet of facets) if (facet !== undefined && lets(facet)) isLet[facet.number] = 1

  const parts = chunksBetween(database, memory, board, from, to).map(({ month, chunk }) => {
    const starts = dayIn(month, from, 1)
    const ends = dayIn(month, to, DAYS_OF_MONTH)
    const since = Math.round((Date.parse(`${month}-01`) - Date.parse(from)) / DAY_MS) - 1
    return { chunk, since, starts, ends, count: countIn(chunk, starts, ends, isLet) }
  })
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const has = (column: 'first' | 'second' | 'amounts') =>
    parts.some(({ chunk }) => chunk[column].length > 0) ? count : 0
  const rows = {
    days: new Uint32Array(count),
    facets: new Uint32Array(count),
    first: new Uint32Array(has('first')),
    second: new Uint32Array(has('second')),
    amounts: new Float64Array(has('amounts')),
  }
  let to_ = 0
  for (const { chunk, since, starts, ends } of parts) {
    for (let day = starts; day <= ends; day += 1) {
      const end = chunk.days[day + 1] ?? 0
      for (let at = chunk.days[day] ?? 0; at < end; at += 1) {
        const facet = chunk.facets[at] ?? 0
        if (isLet[facet] !== 1) continue
        rows.days[to_] = since + day
        rows.facets[to_] = facet
        // A column without values takes none.
        rows.first[to_] = chunk.first[at] ?? 0
        rows.second[to_] = chunk.second[at] ?? 0
        rows.amounts[to_] = chunk.amounts[at] ?? 0
        to_ += 1
      }
    }
  }
  const members = Number(database.prepare('SELECT ifnull(max(number), 0) FROM board_member').pluck().get())
  return {
    ...rows,
    facet: (number) => facets[number],
    facetCount: facets.length,
    memberCount: members + 1,
  }
}

/** The day of a month at which a bound lies; `else_` where it lies in another month. */
function dayIn(month: string, bound: string, else_: number): number {
  return bound.startsWith(month) ? Number(bound.slice(8)) : else_
}

function countIn(chunk: BoardChunk, starts: number, ends: number, isLet: Uint8Array): number {
  let count = 0
  const end = chunk.days[ends + 1] ?? 0
  for (let at = chunk.days[starts] ?? 0; at < end; at += 1) count += isLet[chunk.facets[at] ?? 0] ?? 0
  return count
}

function chunksBetween(
  database: Database.Database,
  memory: Known,
  board: Board,
  from: string,
  to: string,
): { month: string; chunk: BoardChunk }[] {
  const stamps = database
    .prepare<[Board, string, string], { month: string; stamp: string }>(
      'SELECT month, stamp FROM board_chunk WHERE board = ? AND month >= ? AND month <= ? ORDER BY month',
    )
    .all(board, from.slice(0, 7), to.slice(0, 7))
  const read = database.prepare<[Board, string], { rows: Buffer }>(
    'SELECT rows FROM board_chunk WHERE board = ? AND month = ?',
  )
  const chunks = new Map<string, BoardChunk>()
  for (const { month, stamp } of stamps) {
    const key = `${board} ${month}`
    const before = memory.chunks.get(key)
    if (before?.stamp === stamp) {
      chunks.set(month, before.chunk)
      continue
    }
    const chunk = chunkFrom(board, read.get(board, month)?.rows ?? new Uint8Array())
    memory.chunks.set(key, { stamp, chunk })
    chunks.set(month, chunk)
  }
  for (const [month, changes] of changesBetween(database, board, from, to)) {
    chunks.set(month, changed(board, chunks.get(month) ?? null, changes))
  }
  return [...chunks]
    .map(([month, chunk]) => ({ month, chunk }))
    .sort((one, other) => (one.month < other.month ? -1 : 1))
}

/** Facets by number: they are only ever added until the boards are made anew. */
function readFacets(database: Database.Database, memory: Known, stamp: string): FacetRow[] {
  if (memory.facets.stamp !== stamp) memory.facets = { stamp, rows: [] }
  const { rows } = memory.facets
  const added = database
    .prepare<[number], FacetRow>(
      'SELECT number, marketplace, providerId, listingId, detail, status FROM board_facet WHERE number >= ?',
    )
    .all(rows.length)
  for (const facet of added) rows[facet.number] = facet
  return rows
}
