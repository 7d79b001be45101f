import type Database from 'better-sqlite3'
import { changedBeside, changesBetween } from './board-changes.ts'
import { type BoardChunk, chunkFrom } from './board-chunk.ts'
import type { Board, Facet } from './board-sources.ts'

export interface Days {
  readonly from: string
  readonly to: string
}
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

/** Whether the rows of a facet are let through. Facets are asked once by each, so that who asks again keeps it. */
export type Lets = (facet: FacetRow) => boolean

/** Lets every row through. */
export const EVERY_ROW: Lets = () => true

/** What was read of an open file before: chunks and facets, each with its stamp; and whom facets were asked for by last. */
interface Known {
  readonly chunks: Map<string, { readonly stamp: string; readonly chunk: BoardChunk }>
  facets: KnownFacets
  letThrough: { readonly lets: Lets; readonly stamp: string; readonly isLet: Uint8Array } | null
}
interface KnownFacets {
  readonly stamp: string
  readonly rows: FacetRow[]
  /** By number: 1 of those whose rows are refunds. */
  readonly refunds: number[]
}
const known = new WeakMap<Database.Database, Known>()

const DAY_MS = 86_400_000
export const DAYS_OF_MONTH = 31

/** The chunks of a period, each with the places of its first row and after its last, and which facets are let through. */
export interface Opened {
  readonly parts: readonly Part[]
  readonly facets: readonly FacetRow[]
  readonly refunds: readonly number[]
  readonly isLet: Uint8Array
  readonly memberCount: number
}
export interface Part {
  readonly chunk: BoardChunk
  /** By place in the chunk: 1 of rows that went since it was written; null where none did. */
  readonly gone: Uint8Array | null
  /** Days of the period before the first of the month, and the first and last day of the month within it. */
  readonly since: number
  readonly starts: number
  readonly ends: number
}

/** Null while the boards are not made. */
export function openBoard(
  database: Database.Database,
  board: Board,
  { from, to }: Days,
  lets: Lets,
): Opened | null {
  const made = database.prepare<[], { stamp: string }>('SELECT stamp FROM board_made').get()
  if (made === undefined) return null
  const memory = known.get(database) ?? {
    ...{ chunks: new Map(), facets: { stamp: '', rows: [], refunds: [] }, letThrough: null },
  }
  known.set(database, memory)
  const { rows: facets, refunds } = readFacets(database, memory, made.stamp)
  const isLet = letThrough(memory, lets)
  const parts = chunksBetween(database, memory, board, from, to).map(({ month, ...part }) => ({
    ...part,
    since: Math.round((Date.parse(`${month}-01`) - Date.parse(from)) / DAY_MS) - 1,
    starts: dayIn(month, from, 1),
    ends: dayIn(month, to, DAYS_OF_MONTH),
  }))
  const members = Number(database.prepare('SELECT ifnull(max(number), 0) FROM board_member').pluck().get())
  return { parts, facets, refunds, isLet, memberCount: members + 1 }
}

/** By number: 1 of the facets that are let through. */
function letThrough(memory: Known, lets: Lets): Uint8Array {
  const { stamp, rows } = memory.facets
  const before = memory.letThrough
  if (before?.lets === lets && before.stamp === stamp && before.isLet.length === rows.length) {
    return before.isLet
  }
  const isLet = new Uint8Array(rows.length)
  for (const facet of rows) if (facet !== undefined && lets(facet)) isLet[facet.number] = 1
  memory.letThrough = { lets, stamp, isLet }
  return isLet
}

/**
 * Reads the rows of a board between two days in Beijing, both included.
 * @returns null while the boards are not made: before the first sync is complete
 */
export function readRows(database: Database.Database, board: Board, days: Days, lets: Lets): ReadRows | null {
  const opened = openBoard(database, board, days, lets)
  if (opened === null) return null
  const { parts, facets, isLet, memberCount } = opened
  const count = parts.reduce((sum, part) => sum + countIn(part, isLet), 0)
  const has = (column: 'first' | 'second' | 'amounts') =>
    parts.some(({ chunk }) => chunk[column].length > 0) ? count : 0
  const rows = {
    days: new Uint32Array(count),
    facets: new Uint32Array(count),
    first: new Uint32Array(has('first')),
    second: new Uint32Array(has('second')),
    amounts: new Float64Array(has('amounts')),
  }
  let place = 0
  for (const { chunk, gone, since, starts, ends } of parts) {
    for (let day = starts; day <= ends; day += 1) {
      const end = chunk.days[day + 1] ?? 0
      for (let at = chunk.days[day] ?? 0; at < end; at += 1) {
        const facet = chunk.facets[at] ?? 0
        if (isLet[facet] !== 1 || gone?.[at] === 1) continue
        rows.days[place] = since + day
        rows.facets[place] = facet
        // A column without values takes none.
        rows.first[place] = chunk.first[at] ?? 0
        rows.second[place] = chunk.second[at] ?? 0
        rows.amounts[place] = chunk.amounts[at] ?? 0
        place += 1
      }
    }
  }
  return { ...rows, facet: (number) => facets[number], facetCount: facets.length, memberCount }
}

/** The day of a month at which a bound lies; `else_` where it lies in another month. */
function dayIn(month: string, bound: string, else_: number): number {
  return bound.startsWith(month) ? Number(bound.slice(8)) : else_
}

function countIn({ chunk, gone, starts, ends }: Part, isLet: Uint8Array): number {
  let count = 0
  const end = chunk.days[ends + 1] ?? 0
  for (let at = chunk.days[starts] ?? 0; at < end; at += 1) {
    if (gone?.[at] !== 1) count += isLet[chunk.facets[at] ?? 0] ?? 0
  }
  return count
}

function chunksBetween(
  database: Database.Database,
  memory: Known,
  board: Board,
  from: string,
  to: string,
): { month: string; chunk: BoardChunk; gone: Uint8Array | null }[] {
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
  const changes = changesBetween(database, board, from, to)
  const untouched = [...chunks].flatMap(([month, chunk]) =>
    changes.has(month) ? [] : [{ month, chunk, gone: null }],
  )
  const touched = [...changes].flatMap(([month, ofMonth]) => {
    const chunk = chunks.get(month) ?? null
    const { gone, came } = changedBeside(board, chunk, ofMonth)
    const left = chunk === null ? [] : [{ month, chunk, gone }]
    return [...left, { month, chunk: came, gone: null }]
  })
  return [...untouched, ...touched].sort((one, other) => (one.month < other.month ? -1 : 1))
}

/** Facets by number: they are only ever added until the boards are made anew. */
function readFacets(database: Database.Database, memory: Known, stamp: string): KnownFacets {
  if (memory.facets.stamp !== stamp) memory.facets = { stamp, rows: [], refunds: [] }
  const { rows, refunds } = memory.facets
  const added = database
    .prepare<[number], FacetRow>(
      'SELECT number, marketplace, providerId, listingId, detail, status FROM board_facet WHERE number >= ?',
    )
    .all(rows.length)
  for (const facet of added) {
    rows[facet.number] = facet
    refunds[facet.number] = facet.detail === 'refund' ? 1 : 0
  }
  return memory.facets
}
