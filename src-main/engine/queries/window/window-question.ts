import type { QueueTables } from './window-sql.ts'

/** What a table on screen is read from. */
export interface WindowSource<Column extends string> {
  readonly tables: QueueTables
  /** SQL of each sort over the row, never null. */
  readonly keys: Readonly<Record<Column, string>>
  /** Where a selective filter leaves up to this many rows, they are found and sorted; else the table is walked. */
  readonly sortedRows: number
}

export interface WindowQuestion<Column extends string> {
  readonly sort: { readonly column: Column; readonly descending: boolean }
  /** See `windowSchema`. */
  readonly after: string | null
  readonly before?: string | null | undefined
  readonly at?: number | undefined
  readonly limit: number
}
