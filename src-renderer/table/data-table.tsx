import type { ReactNode } from 'react'
import type { DeskColumn, Sort } from './column.ts'
import type { WindowQuery } from './window-query.ts'

export interface DataTableProps<Row, Column extends string> {
  /** Under this name columns, widths and order are remembered. */
  readonly name: string
  /** What a screen reader calls it. */
  readonly label: string
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
}
