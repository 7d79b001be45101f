import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  type ReactTable,
  type RowData,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { DeskColumn } from './column.ts'
import { isShown, orderOf, type TableLayout } from './layout.ts'

/** Sorting, filtering and paging are the engine's; the table arranges columns. */
const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
})
export type DeskTable<Row extends RowData> = ReactTable<typeof features, Row>

const NARROWEST = 56
const WIDEST = 1200

interface DeskTableOptions<Row> {
  readonly columns: readonly DeskColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly layout: TableLayout
  readonly change: (change: (layout: TableLayout) => TableLayout) => void
}

/** The table's model: which columns, how wide, in which order. */
export function useDeskTable<Row extends RowData>(options: DeskTableOptions<Row>): DeskTable<Row> {
  const { columns, rows, rowId, layout, change } = options
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.header,
        size: column.width,
        minSize: column.minWidth ?? NARROWEST,
        maxSize: WIDEST,
        cell: ({ row }) => column.cell(row.original),
      }),
    )
  }, [columns])
  const state = useMemo(
    () => ({
      columnOrder: orderOf(columns, layout),
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, isShown(column, layout)])),
      columnSizing: layout.widths,
    }),
    [columns, layout],
  )
  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    columnResizeMode: 'onChange',
    state,
    onColumnSizingChange: (updater) =>
      change((before) => ({
        ...before,
        widths: typeof updater === 'function' ? updater(before.widths) : updater,
      })),
  })
}

/** `grid-template-columns` of header and rows alike. */
export function gridTemplate<Row extends RowData>(
  table: DeskTable<Row>,
  columns: readonly DeskColumn<Row>[],
): string {
  const growing = new Set(columns.filter((column) => column.grow).map((column) => column.id))
  return table
    .getVisibleLeafColumns()
    .map((column) =>
      growing.has(column.id) ? `minmax(${column.getSize()}px, 1fr)` : `${column.getSize()}px`,
    )
    .join(' ')
}
