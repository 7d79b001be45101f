import type { ReactNode } from 'react'

/** A column of a table. `id` is the column of the engine's sort where `sortable`. Widths in px. */
export interface DeskColumn<Row> {
  readonly id: string
  readonly header: string
  readonly width: number
  readonly minWidth?: number
  /** Takes what width is left over; one column should. */
  readonly grow?: boolean
  readonly align?: 'left' | 'right'
  readonly sortable?: boolean
  readonly hiddenAtFirst?: boolean
  /** Cannot be hidden: what names the row. */
  readonly fixed?: boolean
  /** Its place in a compact row: name and amount above, state and when below. Others are not in it. */
  readonly compact?: 'name' | 'amount' | 'state' | 'when'
  readonly cell: (row: Row) => ReactNode
  /** The full text of a cell that may be cut, for hover and focus. */
  readonly title?: (row: Row) => string
}

export interface Sort<Column extends string = string> {
  readonly column: Column
  readonly descending: boolean
}

/** One window of rows as the engine answers it. */
export interface WindowPage<Row> {
  readonly rows: readonly Row[]
  /** Left out of a list that is only read from its start. */
  readonly previous?: string | null
  readonly next: string | null
  readonly total: number
}
