import { type InfiniteData, keepPreviousData, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import type { WindowPage } from './column.ts'

export type WindowQuery<Row> = UseInfiniteQueryResult<InfiniteData<WindowPage<Row>, string | null>, Error>

/** Rows asked for at a time: two screens of the largest window we design for. */
export const WINDOW_SIZE = Math.min(100, WINDOW_LIMIT)

/**
 * The part of an infinite query that is the same for every table:
 * `useInfiniteQuery(engine.x.list.infiniteOptions({ input: (after: string | null) => (…), ...windowOptions }))`.
 */
export const windowOptions = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: WindowPage<unknown>) => page.next,
  placeholderData: keepPreviousData,
}

/** Every row that was fetched so far. */
export function loadedRows<Row>(data: WindowQuery<Row>['data']): readonly Row[] {
  return data?.pages.flatMap((page) => page.rows) ?? []
}
