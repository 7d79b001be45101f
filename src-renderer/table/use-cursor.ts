import { useEffect, useRef } from 'react'

interface CursorOptions<Row> {
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly selectedId: string | null
  readonly onSelect: (row: Row) => void
  /** Brings a row into view. */
  readonly reveal: (index: number) => void
}

/**
 * The line a person is on. It follows the open case; where that case left the list, it stays at its place, so
 * that the next step goes on from there.
 */
export function useCursor<Row>(options: CursorOptions<Row>): {
  row: Row | null
  move: (by: number) => void
} {
  const { rows, rowId, selectedId, onSelect, reveal } = options
  const found = selectedId === null ? -1 : rows.findIndex((row) => rowId(row) === selectedId)
  const place = useRef(-1)
  if (found !== -1) place.current = found
  const left = selectedId !== null && found === -1

  const revealed = useRef<string | null>(null)
  useEffect(() => {
    if (found === -1 || revealed.current === selectedId) return
    revealed.current = selectedId
    reveal(found)
  })

  return {
    row: rows[found] ?? null,
    move: (by) => {
      const next = nextIndex({ place: place.current, left, by, count: rows.length })
      const row = next === null ? undefined : rows[next]
      if (row !== undefined) onSelect(row)
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
