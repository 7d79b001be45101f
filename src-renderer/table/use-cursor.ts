import { useEffect, useRef, useState } from 'react'

interface CursorOptions<Row> {
  /** The loaded rows, the first of them at index `from` of the list. */
  readonly rows: readonly Row[]
  readonly from: number
  /** Rows of the whole list. */
  readonly count: number
  readonly rowId: (row: Row) => string
  /** The row whose case is open. */
  readonly openId: string | null
  /** Shows the case of a row. */
  readonly onShow: (row: Row) => void
  /** Brings a row into view. */
  readonly reveal: (index: number) => void
}

/**
 * The line a person is on. While a case is open it is the line of that case, and moving shows the next one; where
 * that case left the list, it stays at its place, so that the next step goes on from there.
 */
export function useCursor<Row>(options: CursorOptions<Row>): {
  id: string | null
  row: Row | null
  move: (by: number) => void
} {
  const { rows, from, count, rowId, openId, onShow, reveal } = options
  const [moved, setMoved] = useState<string | null>(null)
  const id = openId ?? moved
  const found = id === null ? -1 : rows.findIndex((row) => rowId(row) === id)
  const place = useRef(-1)
  if (found !== -1) place.current = from + found
  const left = id !== null && found === -1

  const revealed = useRef<string | null>(null)
  useEffect(() => {
    if (found === -1 || revealed.current === id) return
    revealed.current = id
    reveal(from + found)
  })

  const go = (row: Row) => {
    setMoved(rowId(row))
    if (openId !== null) onShow(row)
  }
  // A row that is not loaded yet is gone to as soon as it is.
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    const row = wanted.current === null ? undefined : rows[wanted.current - from]
    if (row === undefined) return
    wanted.current = null
    go(row)
  })

  return {
    id,
    row: rows[found] ?? null,
    move: (by) => {
      const next = nextIndex({ place: place.current, left, by, count })
      if (next === null) return
      const row = rows[next - from]
      if (row !== undefined) return go(row)
      wanted.current = next
      reveal(next)
    },
  }
}

interface Step {
  /** Index of the line, or where the row was that is gone; -1 before the first. */
  readonly place: number
  /** The row at the place is gone: the one that moved up into it is the next. */
  readonly left: boolean
  readonly by: number
  readonly count: number
}

/** The index a step leads to, held within the list; null in an empty one. */
export function nextIndex({ place, left, by, count }: Step): number | null {
  if (count === 0) return null
  const index = left && by > 0 && place >= 0 ? place + by - 1 : place + by
  return Math.min(count - 1, Math.max(0, index))
}
