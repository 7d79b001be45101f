import type { RowData } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { useTexts } from '../i18n/language-context.ts'
import { useKeys } from '../shell/keys/use-keys.ts'
import { Failed } from '../shell/states/failed.tsx'
import type { DeskColumn, Sort } from './column.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import classes from './data-table.module.css'
import { columnGrid, useDeskTable } from './desk-table.ts'
import { TableHeader } from './table-header.tsx'
import { TableRow } from './table-row.tsx'
import { useCursor } from './use-cursor.ts'
import { useTableLayout } from './use-table-layout.ts'
import { loadedRows, type WindowQuery } from './window-query.ts'

export interface DataTableProps<Row extends RowData, Column extends string> {
  /** Under this name columns, widths and order are remembered. */
  readonly name: string
  /** What a screen reader calls it. */
  readonly label: string
  /** Keep it stable between renders (`useMemo`). */
  readonly columns: readonly DeskColumn<Row>[]
  readonly query: WindowQuery<Row>
  readonly rowId: (row: Row) => string
  readonly sort: Sort<Column>
  readonly onSort: (sort: Sort<Column>) => void
  /** The row whose case is open. */
  readonly selectedId: string | null
  /** The cursor moved to a row (j, k, arrows, a click). */
  readonly onSelect: (row: Row) => void
  /** Enter or a double click. */
  readonly onOpen: (row: Row) => void
  /** Shown where the filter leaves nothing. */
  readonly empty: ReactNode
  /** The filter as text: when it changes, the list starts at its top again. */
  readonly scope?: string
}

export const ROW_HEIGHT = 34
const HEADER_HEIGHT = 34
const SKELETON_ROWS = 12
const OVERSCAN = 12

/** A virtual table over windows of rows that the engine sorts, filters and counts. */
export function DataTable<Row extends RowData, Column extends string>(props: DataTableProps<Row, Column>) {
  const { name, label, columns, query, rowId, sort, onSort, selectedId, onSelect, onOpen, empty } = props
  const texts = useTexts().table
  const domId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { layout, known, change } = useTableLayout(name)
  const rows = useMemo(() => loadedRows(query.data), [query.data])
  const table = useDeskTable({ columns, rows, rowId, layout, change })
  const { template, minimum } = columnGrid(table, columns, layout.widths)
  const total = query.data?.pages[0]?.total ?? SKELETON_ROWS
  const count = Math.max(total, rows.length)

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: HEADER_HEIGHT,
    scrollMargin: 0,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0

  const { hasNextPage, isFetching, fetchNextPage } = query
  useEffect(() => {
    if (last >= rows.length - OVERSCAN && hasNextPage && !isFetching) void fetchNextPage()
  }, [last, rows.length, hasNextPage, isFetching, fetchNextPage])

  const from = `${sort.column} ${sort.descending} ${props.scope ?? ''}`
  const shownFrom = useRef(from)
  useEffect(() => {
    if (shownFrom.current === from) return
    shownFrom.current = from
    scroller.current?.scrollTo({ top: 0 })
  }, [from])

  const cursor = useCursor({
    rows,
    rowId,
    selectedId,
    onSelect,
    reveal: (index) => virtual.scrollToIndex(index),
  })
  const open = () => {
    if (cursor.row !== null) onOpen(cursor.row)
  }
  useKeys([
    { means: 'next-row', label: texts.nextRow, run: () => cursor.move(1), hidden: true },
    { means: 'previous-row', label: texts.previousRow, run: () => cursor.move(-1), hidden: true },
    { means: 'open-row', label: texts.openRow, run: open, hidden: true },
  ])
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count }[
      event.key
    ]
    if (by === undefined || event.target !== event.currentTarget) return
    event.preventDefault()
    cursor.move(by)
  }

  if (query.isError && query.data === undefined) {
    return <Failed error={query.error} reset={() => void query.refetch()} />
  }
  const model = table.getRowModel().rows
  return (
    <div className={classes.frame} data-known={known}>
      <div ref={scroller} className={classes.scroller}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with a cursor is a grid
          role="grid"
          className={classes.grid}
          style={{ minWidth: minimum }}
          tabIndex={0}
          aria-label={label}
          aria-rowcount={count + 1}
          aria-busy={query.isPending}
          aria-activedescendant={selectedId === null ? undefined : `${domId}-${selectedId}`}
          onKeyDown={press}
        >
          <TableHeader {...{ table, columns, template, sort, onSort, change }} />
          <tbody className={classes.body} style={{ height: count * ROW_HEIGHT }}>
            {items.map((item) => (
              <TableRow
                key={item.index}
                domId={domId}
                index={item.index}
                top={item.start}
                row={model[item.index]}
                columns={columns}
                table={table}
                template={template}
                selected={model[item.index]?.id === selectedId}
                onSelect={onSelect}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
        {query.data !== undefined && total === 0 ? <div className={classes.empty}>{empty}</div> : null}
      </div>
      <ColumnsMenu columns={columns} layout={layout} change={change} />
    </div>
  )
}
