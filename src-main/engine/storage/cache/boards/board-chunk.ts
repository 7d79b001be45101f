import type { Board } from './board-sources.ts'

/** The rows of a board in a month, by day: numbers of facets, and beside them members or fen. */
export interface BoardChunk {
  /** Where the rows of each day of the month begin; of day 32, where they end. */
  readonly days: Uint32Array
  readonly facets: Uint32Array
  /** The first member of each row; none of orders. */
  readonly first: Uint32Array
  /** The second: clusters alone have one. */
  readonly second: Uint32Array
  /** Fen of each row; orders alone have them. */
  readonly amounts: Float64Array
}

/** A row of a board: the day of its month, its facets by number, members by number, fen. */
export interface BoardRow {
  readonly day: number
  readonly facet: number
  readonly first: number
  readonly second: number
  readonly amount: number
}

const DAYS = 33
const COLUMNS: Readonly<Record<Board, { first: boolean; second: boolean; amounts: boolean }>> = {
  subscription: { first: true, second: false, amounts: false },
  cluster: { first: true, second: true, amounts: false },
  order: { first: false, second: false, amounts: true },
}

/** Rows in any order, a column each. */
export interface BoardRows {
  readonly days: number[]
  readonly facets: number[]
  readonly first: number[]
  readonly second: number[]
  readonly amounts: number[]
}

export function noRows(): BoardRows {
  return { days: [], facets: [], first: [], second: [], amounts: [] }
}

export function addRow(rows: BoardRows, { day, facet, first, second, amount }: BoardRow): void {
  rows.days.push(day)
  rows.facets.push(facet)
  rows.first.push(first)
  rows.second.push(second)
  rows.amounts.push(amount)
}

/** Makes a chunk of what stays of another, `gone` left out, and of rows in any order. */
export function chunkOf(
  board: Board,
  rows: BoardRows,
  before: BoardChunk | null = null,
  gone: Uint8Array = NONE,
): BoardChunk {
  const starts = new Uint32Array(DAYS + 1)
  const add = (day: number, count: number) => {
    starts[day + 1] = (starts[day + 1] ?? 0) + count
  }
  for (const day of rows.days) add(day, 1)
  if (before !== null) {
    for (let day = 1; day < DAYS - 1; day += 1) {
      for (let at = before.days[day] ?? 0; at < (before.days[day + 1] ?? 0); at += 1)
        add(day, gone[at] === 1 ? 0 : 1)
    }
  }
  for (let day = 1; day <= DAYS; day += 1) starts[day] = (starts[day] ?? 0) + (starts[day - 1] ?? 0)
  const days = starts.slice(0, DAYS)
  const count = starts[DAYS] ?? 0
  const has = COLUMNS[board]
  const chunk = {
    days,
    facets: new Uint32Array(count),
    first: new Uint32Array(has.first ? count : 0),
    second: new Uint32Array(has.second ? count : 0),
    amounts: new Float64Array(has.amounts ? count : 0),
  }
  const place = (day: number, from: BoardColumns, at: number) => {
    const to = starts[day] ?? 0
    starts[day] = to + 1
    chunk.facets[to] = from.facets[at] ?? 0
    if (has.first) chunk.first[to] = from.first[at] ?? 0
    if (has.second) chunk.second[to] = from.second[at] ?? 0
    if (has.amounts) chunk.amounts[to] = from.amounts[at] ?? 0
  }
  if (before !== null) {
    for (let day = 1; day < DAYS - 1; day += 1) {
      for (let at = before.days[day] ?? 0; at < (before.days[day + 1] ?? 0); at += 1) {
        if (gone[at] !== 1) place(day, before, at)
      }
    }
  }
  for (let at = 0; at < rows.days.length; at += 1) place(rows.days[at] ?? 0, rows, at)
  return chunk
}

type BoardColumns = {
  readonly [C in 'facets' | 'first' | 'second' | 'amounts']: { readonly [at: number]: number }
}

const NONE = new Uint8Array()

/** Marks so many rows of a chunk that are like one. */
export function markGone(chunk: BoardChunk, gone: Uint8Array, row: BoardRow, times: number): void {
  let left = times
  const end = chunk.days[row.day + 1] ?? 0
  for (let at = chunk.days[row.day] ?? 0; at < end && left > 0; at += 1) {
    if (gone[at] === 1 || chunk.facets[at] !== row.facet) continue
    if ((chunk.first[at] ?? 0) !== row.first || (chunk.second[at] ?? 0) !== row.second) continue
    if ((chunk.amounts[at] ?? 0) !== row.amount) continue
    gone[at] = 1
    left -= 1
  }
}

export function chunkBytes({ days, facets, first, second, amounts }: BoardChunk): Buffer {
  return Buffer.concat(
    [days, facets, first, second, amounts].map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    ),
  )
}

/** A chunk as `chunkBytes` wrote it. */
export function chunkFrom(board: Board, bytes: Uint8Array): BoardChunk {
  // Copied: numbers of eight bytes begin at a multiple of eight.
  const { buffer } = Uint8Array.from(bytes)
  const days = new Uint32Array(buffer, 0, DAYS)
  const count = days[DAYS - 1] ?? 0
  let offset = DAYS * 4
  const column = (take: boolean) => {
    const values = new Uint32Array(buffer, offset, take ? count : 0)
    offset += values.byteLength
    return values
  }
  const has = COLUMNS[board]
  const [facets, first, second] = [column(true), column(has.first), column(has.second)]
  const amounts = has.amounts ? new Float64Array(buffer.slice(offset)) : new Float64Array()
  return { days, facets, first, second, amounts }
}
