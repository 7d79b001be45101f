import { setImmediate } from 'node:timers/promises'
import type { QueryContext } from '../query-context.ts'
import type { Window } from './read-window.ts'

/** The rows of a filter, and whether they are all of them. */
export interface AllRows<Row> {
  readonly rows: readonly Row[]
  /** Not cut at the limit. */
  readonly complete: boolean
}

/**
 * The rows of a filter in its order, up to a limit, as they stood at one moment. Between windows other questions are
 * answered; where something is written meanwhile they are read again in one go.
 */
export async function readAllRows<Row>(
  { counts }: Pick<QueryContext, 'counts'>,
  read: (after: string | null) => Pick<Window<Row>, 'rows' | 'next'>,
  limit: number,
): Promise<AllRows<Row>> {
  const windows = windowsOf(read, limit)
  const rows: Row[] = []
  let stamp: string | null = null
  for (const window of windows) {
    rows.push(...window.rows)
    // Reading may bring TEMP tables up to date: the state counts from the first window on.
    stamp ??= counts.stamp()
    if (window.next === null) break
    await setImmediate()
    if (counts.stamp() !== stamp)
      return cut(
        [...windowsOf(read, limit)].flatMap((each) => each.rows),
        limit,
      )
  }
  return cut(rows, limit)
}

/** One window after the other, until the end or more rows than the limit. */
function* windowsOf<Row>(
  read: (after: string | null) => Pick<Window<Row>, 'rows' | 'next'>,
  limit: number,
): Generator<Pick<Window<Row>, 'rows' | 'next'>> {
  let after: string | null = null
  let count = 0
  do {
    const window: Pick<Window<Row>, 'rows' | 'next'> = read(after)
    yield window
    count += window.rows.length
    after = window.next
  } while (after !== null && count <= limit)
}

function cut<Row>(rows: readonly Row[], limit: number): AllRows<Row> {
  return { rows: rows.slice(0, limit), complete: rows.length <= limit }
}
