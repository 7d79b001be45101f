import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Language } from '../i18n/words.ts'
import type { Sort, WindowPage } from '../table/column.ts'
import {
  loadedRows,
  placeAfter,
  placeBefore,
  WINDOW_SIZE,
  WINDOWS_KEPT,
  type WindowPlace,
  type WindowQuery,
} from '../table/window-query.ts'
import type { QueueCaseProps } from './case-props.ts'
import { useNextCase } from './use-next-case.ts'

/** What the address of every queue holds beside its filter: order, and whether the case has the whole page. */
export interface QueueSearch<Column extends string> {
  readonly sort?: Column | undefined
  readonly desc?: boolean | undefined
  readonly wide?: boolean | undefined
}

/** The address of a queue; a case lies below it, under its id. */
export type QueueAddress =
  | '/applications'
  | '/listings'
  | '/deposits'
  | '/bank/lines'
  | '/orders'
  | '/subscriptions'
  | '/clusters'
  | '/contacts'
  | '/supervision'
  | '/interface-calls'
  | '/metered-bills'
  | '/notices'
  | '/settlement'
  | '/commission-invoices'
  | '/rebates'
  | '/violations'
  | '/offline-orders'
  | '/recharges'
  | '/payouts'
  | '/invoices'
  | '/payee-accounts'
  | '/payout-batches'
  | '/providers'

/** How the engine answers a queue, window by window. */
interface QueueProcedure<Filter, Column extends string, Row> {
  key(options: { type: 'infinite' }): QueryKey
  call(
    question: { filter: Filter; sort: Sort<Column>; limit: number } & WindowPlace,
    options: { signal: AbortSignal },
  ): Promise<WindowPage<Row>>
}

/** How the engine gives a queue as a file. */
interface QueueExportProcedure<Filter, Column extends string> {
  call(question: {
    filter: Filter
    sort: Sort<Column>
    language: Language
    format: TableFormat
  }): Promise<ExportedRows>
}

interface QueueOptions<Search, Filter, Column extends string, Row> {
  /** What its rows are; who may not see them is told so. */
  readonly kind: RecordKind
  readonly address: QueueAddress
  readonly search: Search
  readonly filter: Filter
  /** The order where the address names none. */
  readonly firstSort: Column
  /** Whether that order is the descending one: what came last stands first. */
  readonly lastFirst?: boolean
  readonly list: QueueProcedure<NoInfer<Filter>, Column, Row>
  readonly exported: QueueExportProcedure<NoInfer<Filter>, NoInfer<Column>>
}

export interface Queue<Search, Filter, Column extends string, Row> {
  readonly kind: RecordKind
  readonly address: QueueAddress
  readonly search: Search
  readonly filter: Filter
  readonly sort: Sort<Column>
  readonly exported: QueueExportProcedure<Filter, Column>
  readonly query: WindowQuery<Row, WindowPlace>
  /** Asks for the rows at another place of the list. */
  readonly jump: (at: number) => void
  readonly rows: readonly Row[]
  /** How many rows the filter has in all; null until it is known. */
  readonly total: number | null
  readonly openId: string | null
  readonly wide: boolean
  /** Shows a case, or none, and changes what the address holds. */
  readonly show: (id: string | null, part?: Partial<Search>) => void
  /** Makes the address hold this and nothing else; the open case stays. */
  readonly showView: (search: object) => void
  /** Changes what the address holds. */
  readonly change: (part: Partial<Search>) => void
  readonly onSort: (sort: Sort<Column>) => void
  /** What the open case is told; null while none is open. */
  readonly caseProps: QueueCaseProps | null
}

/** One queue: its windows, the case that is open, and the address that holds filter, order, case and width. */
export function useQueue<
  Search extends QueueSearch<Column>,
  Filter,
  Column extends string,
  Row extends { readonly id: string },
>(options: QueueOptions<Search, Filter, Column, Row>): Queue<Search, Filter, Column, Row> {
  const { kind, address, search, filter, firstSort, lastFirst = false, list, exported } = options
  const { id = null } = useParams({ strict: false })
  const navigate = useNavigate()
  const wide = search.wide ?? false
  const sort = { column: search.sort ?? firstSort, descending: search.desc ?? lastFirst }
  const asked = JSON.stringify({ filter, sort })
  const [jumped, setJumped] = useState({ asked, at: 0 })
  const start = jumped.asked === asked ? jumped.at : 0
  const query = useInfiniteQuery<
    WindowPage<Row>,
    Error,
    InfiniteData<WindowPage<Row>, WindowPlace>,
    QueryKey,
    WindowPlace
  >({
    queryKey: [...list.key({ type: 'infinite' }), { filter, sort, start }],
    queryFn: ({ pageParam, signal }) =>
      list.call({ filter, sort, ...pageParam, limit: WINDOW_SIZE }, { signal }),
    initialPageParam: { after: null, before: null, at: start },
    getNextPageParam: (page, _pages, { at }) => placeAfter(page, at),
    getPreviousPageParam: (page, _pages, { at }) => placeBefore(page, at),
    maxPages: WINDOWS_KEPT,
    placeholderData: keepPreviousData,
  })
  const jump = useCallback((at: number) => setJumped({ asked, at }), [asked])
  const rows = useMemo(() => loadedRows(query.data), [query.data])
  const nextId = useNextCase(
    rows.map((row) => row.id),
    id,
  )

  const show = (shown: string | null, part: Partial<Search> = {}) => {
    // The router knows the search of each address, and here there may be any of them: the page's own types hold it.
    const next = ((old: object) => ({ ...old, ...part })) as never
    void (shown === null
      ? navigate({ to: address, search: next, replace: true })
      : navigate({ to: `${address}/$id`, params: { id: shown }, search: next, replace: id !== null }))
  }
  const showView = (view: object) => {
    // As above; the address is read by its schema, whatever was kept.
    const next = view as never
    void (id === null
      ? navigate({ to: address, search: next })
      : navigate({ to: `${address}/$id`, params: { id }, search: next }))
  }
  const change = (part: Partial<Search>) => show(id, part)
  const queuePart = (part: QueueSearch<Column>) => part as Partial<Search>
  return {
    ...{ kind, address, search, filter, sort, exported, query, jump, rows, wide, show, showView, change },
    total: query.data?.pages[0]?.total ?? null,
    openId: id,
    onSort: ({ column, descending }) =>
      change(queuePart({ sort: column, desc: descending === lastFirst ? undefined : descending })),
    caseProps:
      id === null
        ? null
        : {
            ...{ id, wide, nextId },
            onWide: (on) => change(queuePart({ wide: on || undefined })),
            onShow: (other) => show(other, queuePart(other === null ? { wide: undefined } : {})),
          },
  }
}
