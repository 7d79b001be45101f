import { type InfiniteData, keepPreviousData, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import type { WindowPage } from './column.ts'

export type WindowQuery<Row, Place = string | null> = UseInfiniteQueryResult<
  InfiniteData<WindowPage<Row>, Place>,
  Error
>

/** Rows asked for at a time: two screens of the largest window we design for. */
export const WINDOW_SIZE = Math.min(100, WINDOW_LIMIT)

/** Windows kept of one list: who scrolls on forgets those left behind. */
export const WINDOWS_KEPT = 10

/**
 * The part of an infinite query that is the same for a table that is only read from its start:
 * `useInfiniteQuery(engine.x.list.infiniteOptions({ input: (after: string | null) => (…), ...windowOptions }))`.
 */
export const windowOptions = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: WindowPage<unknown>) => page.next,
  placeholderData: keepPreviousData,
}

/** Where a window of a list begins: at a cursor, or at a place; `at` is the index of its first row, as far as is known. */
export interface WindowPlace {
  readonly after: string | null
  readonly before: string | null
  readonly at: number
}

/** The place behind a window; null at the end. */
export function placeAfter(page: WindowPage<unknown>, at: number): WindowPlace | null {
  return page.next === null ? null : { after: page.next, before: null, at: at + page.rows.length }
}

/** The place before a window; null at the start. */
export function placeBefore({ previous = null }: WindowPage<unknown>, at: number): WindowPlace | null {
  return previous === null ? null : { after: null, before: previous, at: Math.max(0, at - WINDOW_SIZE) }
}

/** Every row that was fetched and is kept. */
export function loadedRows<Row>(
  data: { readonly pages: readonly WindowPage<Row>[] } | undefined,
): readonly Row[] {
  return data?.pages.flatMap((page) => page.rows) ?? []
}

/** The index of the first loaded row: exact where the loaded rows reach an end of the list. */
export function firstIndex(
  data: InfiniteData<WindowPage<unknown>, unknown> | undefined,
  loaded: number,
): number {
  const [page] = data?.pages ?? []
  const last = data?.pages.at(-1)
  if (page === undefined || last === undefined || (page.previous ?? null) === null) return 0
  if (last.next === null) return Math.max(0, last.total - loaded)
  const place = data?.pageParams[0]
  return typeof place === 'object' && place !== null && 'at' in place ? Number(place.at) : 0
}

/** The place to ask from for a row that is not loaded, some rows before it in view too. */
export function placeOfRow(index: number, total: number): number {
  const start = Math.floor((index - WINDOW_SIZE / 4) / 10) * 10
  return Math.max(0, Math.min(start, total - WINDOW_SIZE))
}
