import type { RowData } from '@tanstack/react-table'
import type { MouseEvent } from 'react'
import type { DeskColumn } from './column.ts'
import classes from './data-table.module.css'
import type { DeskTable } from './desk-table.ts'
import { SelectBox } from './select-box.tsx'
import type { Selection } from './selection.ts'

type ModelRow<Row extends RowData> = ReturnType<DeskTable<Row>['getRowModel']>['rows'][number]

interface TableRowProps<Row extends RowData> {
  readonly domId: string
  readonly index: number
  /** Px from the top of the body. */
  readonly top: number
  /** Not there yet: a skeleton of the same size stands in. */
  readonly row: ModelRow<Row> | undefined
  readonly columns: readonly DeskColumn<Row>[]
  readonly table: DeskTable<Row>
  readonly template: string
  /** Two lines instead of columns. */
  readonly compact: boolean
  /** The cursor is on it. */
  readonly here: boolean
  /** Its case is open. */
  readonly open: boolean
  /** The loaded rows, and which are selected; null where none can be. */
  readonly selection: Selection<Row> | null
  readonly among: readonly Row[]
  readonly onShow: (row: Row) => void
  readonly onOpen: (row: Row) => void
}

/** One line of a table. */
export function TableRow<Row extends RowData>(props: TableRowProps<Row>) {
  const { domId, index, top, row, columns, table, template, compact, here, open, selection, among } = props
  const style = {
    transform: `translateY(${top}px)`,
    ...(compact ? {} : { gridTemplateColumns: template }),
  }
  const named = new Map(columns.map((column) => [column.id, column]))
  const shown = compact ? columns.filter((column) => column.compact !== undefined) : null
  const columnsShown = shown ?? table.getVisibleLeafColumns().flatMap(({ id }) => named.get(id) ?? [])
  const shape = { 'data-compact': compact, 'data-selectable': selection !== null }
  if (row === undefined) {
    return (
      <tr className={classes.row} style={style} {...shape} aria-hidden>
        {selection === null ? null : <td className={classes.selectCell} />}
        {columnsShown.map(({ id, align = 'left', compact: part }) => (
          <td key={id} className={classes.cell} data-align={align} data-part={part}>
            <span className={classes.skeleton} />
          </td>
        ))}
      </tr>
    )
  }
  const { original } = row
  const name = columns.find((column) => column.compact === 'name')?.title?.(original) ?? ''
  const click = (event: MouseEvent) => {
    if (event.shiftKey && selection !== null) selection.extend(original, among)
    else props.onShow(original)
  }
  return (
    <tr
      id={`${domId}-${row.id}`}
      aria-rowindex={index + 2}
      aria-selected={here}
      className={classes.row}
      {...shape}
      data-selected={open}
      data-here={here}
      style={style}
      onClick={click}
      onDoubleClick={() => props.onOpen(original)}
    >
      {selection === null ? null : (
        <td className={classes.selectCell}>
          <SelectBox row={original} id={row.id} name={name} among={among} selection={selection} />
        </td>
      )}
      {columnsShown.map((column) => {
        const Cell = column.compact === 'name' ? 'th' : 'td'
        return (
          <Cell
            key={column.id}
            {...(Cell === 'th' ? { scope: 'row' } : {})}
            className={classes.cell}
            data-align={column.align ?? 'left'}
            data-part={column.compact}
            title={column.title?.(original)}
          >
            {column.cell(original)}
          </Cell>
        )
      })}
    </tr>
  )
}
