import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { RowData } from '@tanstack/react-table'
import type { KeyboardEvent } from 'react'
import { useTexts } from '../i18n/language-context.ts'
import type { DeskColumn, Sort } from './column.ts'
import classes from './data-table.module.css'
import type { DeskTable } from './desk-table.ts'
import { type TableLayout, withMoved } from './layout.ts'

interface TableHeaderProps<Row extends RowData, Column extends string> {
  readonly table: DeskTable<Row>
  readonly columns: readonly DeskColumn<Row>[]
  readonly template: string
  /** Room for the boxes that select. */
  readonly selectable: boolean
  readonly sort: Sort<Column>
  readonly onSort: (sort: Sort<Column>) => void
  readonly change: (change: (layout: TableLayout) => TableLayout) => void
}

const STEP = 16

/** Names, sorts and sizes the columns. On a header, Alt with an arrow key resizes, with Shift it moves. */
export function TableHeader<Row extends RowData, Column extends string>(
  props: TableHeaderProps<Row, Column>,
) {
  const { table, columns, template, selectable, sort, onSort, change } = props
  const texts = useTexts().table
  const headers = table.getHeaderGroups()[0]?.headers ?? []

  const arrange = (event: KeyboardEvent, id: string, width: number) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (by === 0 || !event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    change((layout) =>
      event.shiftKey
        ? withMoved(columns, layout, id, by)
        : { ...layout, widths: { ...layout.widths, [id]: Math.max(STEP * 3, width + by * STEP) } },
    )
  }

  return (
    <thead className={classes.head}>
      <tr
        aria-rowindex={1}
        className={classes.header}
        data-selectable={selectable}
        style={{ gridTemplateColumns: template }}
      >
        {selectable ? <td className={classes.selectCell} /> : null}
        {headers.map((header) => {
          const column = columns.find((candidate) => candidate.id === header.column.id)
          if (column === undefined) return null
          const sorted = sort.column === column.id
          const Arrow = sort.descending ? IconArrowDown : IconArrowUp
          return (
            <th
              key={header.id}
              scope="col"
              aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              className={classes.headerCell}
              data-align={column.align ?? 'left'}
            >
              {column.sortable ? (
                <button
                  type="button"
                  className={classes.sort}
                  title={texts.sortBy(column.header)}
                  onKeyDown={(event) => arrange(event, column.id, header.getSize())}
                  onClick={() =>
                    onSort({ column: column.id as Column, descending: sorted ? !sort.descending : false })
                  }
                >
                  <span className={classes.headerText}>{column.header}</span>
                  <Arrow size={14} aria-hidden className={classes.arrow} data-on={sorted} />
                </button>
              ) : (
                <span className={classes.headerText}>{column.header}</span>
              )}
              <span
                aria-hidden
                className={classes.resizer}
                data-active={header.column.getIsResizing()}
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onDoubleClick={() => header.column.resetSize()}
              />
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
