import type Database from 'better-sqlite3'
import type { BoardChunk } from './board-chunk.ts'
import type { Board } from './board-sources.ts'
import { DAYS_OF_MONTH, type Days, EVERY_ROW, type Lets, openBoard, type Part } from './read-rows.ts'

/** What the rows of some days come to together: how many, of how many different members, and fen paid and given back. */
export interface RowTotals {
  readonly count: number
  readonly first: number
  readonly second: number
  readonly paid: number
  readonly refunded: number
}

/** What the rows of `readRows` come to together, without laying them out. */
export function readTotals(
  database: Database.Database,
  board: Board,
  days: Days,
  lets: Lets,
): RowTotals | null {
  const opened = openBoard(database, board, days, lets)
  if (opened === null) return null
  const { parts, refunds, isLet, memberCount } = opened
  const members = { first: new Members(memberCount), second: new Members(memberCount) }
  let [count, paid, refunded] = [0, 0, 0]
  for (const part of parts) {
    const { chunk, gone, starts, ends } = part
    const [begins, end] = [chunk.days[starts] ?? 0, chunk.days[ends + 1] ?? 0]
    if (lets === EVERY_ROW && gone === null) {
      count += end - begins
      members.first.addAll(chunk.first, begins, end)
      members.second.addAll(chunk.second, begins, end)
    } else {
      for (let at = begins; at < end; at += 1) {
        if (isLet[chunk.facets[at] ?? 0] !== 1 || gone?.[at] === 1) continue
        count += 1
        members.first.add(chunk.first, at)
        members.second.add(chunk.second, at)
      }
    }
    const sums =
      lets === EVERY_ROW && isWhole(part) ? wholeSums(chunk, refunds) : sumsOf(part, isLet, refunds)
    paid += sums.paid
    refunded += sums.refunded
  }
  return { count, first: members.first.count, second: members.second.count, paid, refunded }
}

/** Different members, counted as they come. */
class Members {
  count = 0
  readonly #seen: Uint8Array

  constructor(memberCount: number) {
    this.#seen = new Uint8Array(memberCount)
  }

  /** That of a row; of a column without values none. */
  add(column: Uint32Array, at: number): void {
    if (at >= column.length) return
    const member = column[at] ?? 0
    this.count += 1 - (this.#seen[member] ?? 0)
    this.#seen[member] = 1
  }

  /** Those of some rows, likewise. */
  addAll(column: Uint32Array, begins: number, end: number): void {
    const seen = this.#seen
    const last = Math.min(end, column.length)
    let count = 0
    for (let at = begins; at < last; at += 1) {
      const member = column[at] ?? 0
      count += 1 - (seen[member] ?? 0)
      seen[member] = 1
    }
    this.count += count
  }
}

interface Sums {
  readonly paid: number
  readonly refunded: number
}

/** Fen paid and given back by the rows of a part that are let through. */
function sumsOf({ chunk, gone, starts, ends }: Part, isLet: Uint8Array, refunds: readonly number[]): Sums {
  const { facets, amounts } = chunk
  const end = Math.min(chunk.days[ends + 1] ?? 0, amounts.length)
  let [paid, refunded] = [0, 0]
  for (let at = chunk.days[starts] ?? 0; at < end; at += 1) {
    const facet = facets[at] ?? 0
    if (isLet[facet] !== 1 || gone?.[at] === 1) continue
    if (refunds[facet] === 1) refunded -= amounts[at] ?? 0
    else paid += amounts[at] ?? 0
  }
  return { paid, refunded }
}

/** What chunks come to as a whole: a chunk never changes. */
const sumsOfChunks = new WeakMap<BoardChunk, Sums>()

function wholeSums(chunk: BoardChunk, refunds: readonly number[]): Sums {
  const before = sumsOfChunks.get(chunk)
  if (before !== undefined) return before
  const all = new Uint8Array(refunds.length).fill(1)
  const sums = sumsOf({ chunk, gone: null, since: 0, starts: 1, ends: DAYS_OF_MONTH }, all, refunds)
  sumsOfChunks.set(chunk, sums)
  return sums
}

function isWhole({ gone, starts, ends }: Part): boolean {
  return gone === null && starts === 1 && ends === DAYS_OF_MONTH
}
