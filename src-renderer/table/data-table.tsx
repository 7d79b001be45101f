import type { RowData } from '@tanstack/react-table'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTexts } from '../i18n/language-context.ts'
import { useKeys } from '../shell/keys/use-keys.ts'
import { Failed } from '../shell/states/failed.tsx'
import type { DeskColumn, Sort } from './column.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { CompactHeader } from './compact-header.tsx'
import classes from './data-table.module.css'
import { columnGrid, useDeskTable } from './desk-table.ts'
import type { Selection } from './selection.ts'
import { TableHeader } from './table-header.tsx'
import { TableRow } from './table-row.tsx'
import { useCursor } from './use-cursor.ts'
import { useRowRange } from './use-row-range.ts'
import { useTableLayout } from './use-table-layout.ts'
import { useLoaded, useLoading } from './use-windows.ts'
import type { WindowQuery } from './window-query.ts'

export interface DataTableProps<Row extends RowData, Column extends string> {
  /** Under this name columns, widths and order are remembered. */
  readonly name: string
  /** What a screen reader calls it. */
  readonly label: string
  /** Keep it stable between renders (`useMemo`). */
  readonly columns: readonly DeskColumn<Row>[]
  readonly query: WindowQuery<Row, unknown>
  /** Asks for the windows at another place of the list; without it a list is read from its start. */
  readonly jump?: (at: number) => void
  readonly rowId: (row: Row) => string
  readonly sort: Sort<Column>
  readonly onSort: (sort: Sort<Column>) => void
  /** Two lines a row, beside an open case. */
  readonly compact?: boolean
  /** The row whose case is open. */
  readonly openId: string | null
  /** A click; while a case is open, each move of the cursor too. */
  readonly onShow: (row: Row) => void
  /** Enter on the row the cursor is on, or a double click. */
  readonly onOpen: (row: Row) => void
  readonly selection?: Selection<Row> | null
  /** Shown where the filter leaves nothing. */
  readonly empty: ReactNode
  /** The filter as text: when it changes, the list starts at its top again. */
  readonly scope?: string
}

const ROW_HEIGHT = 34
const COMPACT_ROW_HEIGHT = 54
const HEADER_HEIGHT = 34

/** A virtual table over windows of rows that the engine sorts, filters and counts. */
export function DataTable<Row extends RowData, Column extends string>(props: DataTableProps<Row, Column>) {
  const { name, label, columns, query, rowId, sort, onSort, openId, onShow, onOpen, empty } = props
  const { compact = false, selection = null, jump = null } = props
  const texts = useTexts().table
  const domId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { layout, known, change } = useTableLayout(name)
  const loaded = useLoaded(query.data)
  const { rows, from, count } = loaded
  const table = useDeskTable({ columns, rows, rowId, layout, change })
  const { template, minimum } = columnGrid(table, columns, layout.widths)
  const view = useRowRange({
    scroller,
    rows: count,
    rowHeight: compact ? COMPACT_ROW_HEIGHT : ROW_HEIGHT,
    above: HEADER_HEIGHT,
  })
  useLoading(query, loaded, view, jump)

  const start = `${sort.column} ${sort.descending} ${props.scope ?? ''}`
  const shownStart = useRef(start)
  useEffect(() => {
    if (shownStart.current === start) return
    shownStart.current = start
    view.toTop()
  })

  const cursor = useCursor({ rows, from, count, rowId, openId, onShow, reveal: view.reveal })
  const onCursor = (run: (row: Row) => void) => () => {
    if (cursor.row !== null) run(cursor.row)
  }
  useKeys([
    { means: 'next-row', label: texts.nextRow, run: () => cursor.move(1), hidden: true },
    { means: 'previous-row', label: texts.previousRow, run: () => cursor.move(-1), hidden: true },
    { means: 'open-row', label: texts.openRow, run: onCursor(onOpen), hidden: true },
    ...(selection === null
      ? []
      : [
          {
            means: 'select-row' as const,
            label: texts.selectThis,
            run: onCursor((row) => {
              if (selection.takes(row)) selection.toggle(row)
            }),
            hidden: true,
          },
        ]),
  ])
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const { page } = view
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
  const inView = Array.from(
    { length: Math.max(0, view.last - view.first + 1) },
    (_, each) => view.first + each,
  )
  return (
    <div className={classes.frame} data-known={known}>
      <div ref={scroller} className={classes.scroller}>
        {compact ? (
          <div className={classes.head}>
            <CompactHeader columns={columns} sort={sort} onSort={onSort} />
          </div>
        ) : null}
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with a cursor is a grid
          role="grid"
          className={classes.grid}
          style={{ minWidth: compact ? 0 : minimum }}
          tabIndex={0}
          aria-label={label}
          aria-rowcount={count + 1}
          aria-busy={query.isPending}
          aria-activedescendant={cursor.id === null ? undefined : `${domId}-${cursor.id}`}
          onKeyDown={press}
        >
          {compact ? null : (
            <TableHeader
              {...{ table, columns, template, sort, onSort, change }}
              selectable={selection !== null}
            />
          )}
          <tbody className={classes.body} style={{ height: view.height }}>
            {inView.map((index) => {
              const row = model[index - from]
              return (
                <TableRow
                  key={index}
                  {...{ domId, index, row, columns, table, template, compact, selection, onShow, onOpen }}
                  top={view.topOf(index)}
                  among={rows}
                  here={row !== undefined && row.id === cursor.id}
                  open={row !== undefined && row.id === openId}
                />
              )
            })}
          </tbody>
        </table>
        {query.data !== undefined && query.data.pages[0]?.total === 0 ? (
          <div className={classes.empty}>{empty}</div>
        ) : null}
      </div>
      {compact ? null : <ColumnsMenu columns={columns} layout={layout} change={change} />}
    </div>
  )
}
