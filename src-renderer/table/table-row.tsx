import type { RowData } from '@tanstack/react-table'
import type { DeskColumn } from './column.ts'
import classes from './data-table.module.css'
import type { DeskTable } from './desk-table.ts'

interface TableRowProps<Row extends RowData> {
  readonly domId: string
  readonly index: number
  /** Px from the top of the body. */
  readonly top: number
  /** Not there yet: a skeleton of the same size stands in. */
  readonly row: ReturnType<DeskTable<Row>['getRowModel']>['rows'][number] | undefined
  readonly columns: readonly DeskColumn<Row>[]
  readonly table: DeskTable<Row>
  readonly template: string
  readonly selected: boolean
  readonly onSelect: (row: Row) => void
  readonly onOpen: (row: Row) => void
}

/** One line of a table. */
export function TableRow<Row extends RowData>(props: TableRowProps<Row>) {
  const { domId, index, top, row, columns, table, template, selected, onSelect, onOpen } = props
  const style = { gridTemplateColumns: template, transform: `translateY(${top}px)` }
  const named = new Map(columns.map((column) => [column.id, column]))
  if (row === undefined) {
    return (
      <tr className={classes.row} style={style} aria-hidden>
        {table.getVisibleLeafColumns().map((column) => (
          <td key={column.id} className={classes.cell} data-align={named.get(column.id)?.align ?? 'left'}>
            <span className={classes.skeleton} />
          </td>
        ))}
      </tr>
    )
  }
  return (
    <tr
      id={`${domId}-${row.id}`}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.row}
      data-selected={selected}
      style={style}
      onClick={() => onSelect(row.original)}
      onDoubleClick={() => onOpen(row.original)}
    >
      {row.getVisibleCells().map((cell) => {
        const column = named.get(cell.column.id)
        return (
          <td
            key={cell.id}
            className={classes.cell}
            data-align={column?.align ?? 'left'}
            title={column?.title?.(row.original)}
          >
            {column?.cell(row.original)}
          </td>
        )
      })}
    </tr>
  )
}
