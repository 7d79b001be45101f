import { useMemo, useRef, useState } from 'react'
import { between, type Selection } from '../table/selection.ts'

/** Most rows selected at once: each becomes a decision of its own. */
const MOST_SELECTED = 200

/** The rows of a queue that were selected, as they were then; `takes` says which can be. */
export function useSelection<Row extends { readonly id: string }>(
  takes: (row: Row) => boolean,
): Selection<Row> {
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(new Map())
  const last = useRef<string | null>(null)
  const newest = useRef(takes)
  newest.current = takes
  return useMemo(() => {
    const without = (before: ReadonlyMap<string, Row>, ids: readonly string[]) =>
      new Map([...before].filter(([id]) => !ids.includes(id)))
    const withRows = (before: ReadonlyMap<string, Row>, more: readonly Row[]) => {
      const after = new Map(before)
      for (const row of more) if (after.size < MOST_SELECTED && newest.current(row)) after.set(row.id, row)
      return after
    }
    return {
      rows,
      takes: (row) => newest.current(row),
      toggle: (row) => {
        last.current = row.id
        setRows((before) => (before.has(row.id) ? without(before, [row.id]) : withRows(before, [row])))
      },
      extend: (row, among) => {
        const range = between(among, last.current, row.id)
        last.current = row.id
        setRows((before) => withRows(before, range))
      },
      drop: (ids) => setRows((before) => without(before, ids)),
      clear: () => setRows(new Map()),
    }
  }, [rows])
}
