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

/** Narrowest a column gets that takes the width left over, unless it was given a width by hand. */
const GROWING_AT_LEAST = 160

export interface ColumnGrid {
  /** `grid-template-columns` of header and rows alike. */
  readonly template: string
  /** Below this width, in px, the table scrolls sideways. */
  readonly minimum: number
}

/** How the columns on screen share the width. */
export function columnGrid<Row extends RowData>(
  table: DeskTable<Row>,
  columns: readonly DeskColumn<Row>[],
  widths: TableLayout['widths'],
): ColumnGrid {
  const tracks = table.getVisibleLeafColumns().map((shown) => {
    const column = columns.find((candidate) => candidate.id === shown.id)
    const size = shown.getSize()
    if (column?.grow !== true) return { least: size, most: `${size}px` }
    return { least: widths[shown.id] ?? column.minWidth ?? GROWING_AT_LEAST, most: '1fr' }
  })
  return {
    template: tracks.map(({ least, most }) => `minmax(${least}px, ${most})`).join(' '),
    minimum: tracks.reduce((sum, { least }) => sum + least, ROOM_FOR_MENU),
  }
}

/** Px at the right end of the header that the column menu has for itself. */
const ROOM_FOR_MENU = 36
