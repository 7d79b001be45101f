import { useMemo, useState } from 'react'
import type { LineRow } from '#shared/contracts/console-engine/bank-lines.ts'

/** Lines selected for joining, as they were when they were selected. */
export function usePicking() {
  const [picked, setPicked] = useState<ReadonlyMap<string, LineRow>>(new Map())
  return useMemo(
    () => ({
      picked,
      toggle: (row: LineRow) =>
        setPicked((before) =>
          before.has(row.id) ? without(before, [row.id]) : new Map(before).set(row.id, row),
        ),
      drop: (ids: readonly string[]) => setPicked((before) => without(before, ids)),
      clear: () => setPicked(new Map()),
    }),
    [picked],
  )
}

function without(rows: ReadonlyMap<string, LineRow>, ids: readonly string[]): ReadonlyMap<string, LineRow> {
  return new Map([...rows].filter(([id]) => !ids.includes(id)))
}
