import { useEffect, useMemo } from 'react'
import { firstIndex, loadedRows, placeOfRow, WINDOW_SIZE, type WindowQuery } from './window-query.ts'

/** Rows from the edge of what is loaded at which more is asked for. */
const AHEAD = 12
/** The thumb may pass by: a place far off is asked for when it rests. */
const REST_MS = 80

export interface LoadedWindows<Row> {
  readonly rows: readonly Row[]
  /** Index in the list of the first loaded row. */
  readonly from: number
  /** Rows of the list; a guess until the engine has answered. */
  readonly count: number
}

const COUNT_AT_FIRST = 12

/** What is loaded of a list. */
export function useLoaded<Row>(data: WindowQuery<Row, unknown>['data']): LoadedWindows<Row> {
  const rows = useMemo(() => loadedRows(data), [data])
  const from = firstIndex(data, rows.length)
  const total = data?.pages[0]?.total ?? COUNT_AT_FIRST
  return { rows, from, count: Math.max(total, from + rows.length) }
}

interface Seen {
  readonly first: number
  readonly last: number
}

/** Loads what is in view: the next window on either side, or, far from what is loaded, another place of the list. */
export function useLoading<Row>(
  query: WindowQuery<Row, unknown>,
  { rows, from, count }: LoadedWindows<Row>,
  { first, last }: Seen,
  jump: ((at: number) => void) | null,
): void {
  const { hasNextPage, hasPreviousPage, isFetching, fetchNextPage, fetchPreviousPage } = query
  const end = from + rows.length
  const isFar = jump !== null && rows.length > 0 && (first > end + WINDOW_SIZE || last < from - WINDOW_SIZE)
  useEffect(() => {
    if (isFetching || isFar) return
    if (last >= end - AHEAD && hasNextPage) void fetchNextPage()
    else if (first < from + AHEAD && hasPreviousPage) void fetchPreviousPage()
  }, [
    first,
    last,
    from,
    end,
    isFar,
    hasNextPage,
    hasPreviousPage,
    isFetching,
    fetchNextPage,
    fetchPreviousPage,
  ])
  useEffect(() => {
    if (!isFar) return
    const timer = window.setTimeout(() => jump(placeOfRow(first, count)), REST_MS)
    return () => window.clearTimeout(timer)
  }, [isFar, first, count, jump])
}
