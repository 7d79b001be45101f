import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Instant } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { Fen } from '#shared/money/fen.ts'

/** What a cell holds: words and ids, fen, a day, an instant (shown in Beijing time), a whole number. */
export type Cell =
  | { readonly kind: 'text'; readonly value: string | null }
  | { readonly kind: 'money'; readonly value: Fen | null }
  | { readonly kind: 'date'; readonly value: PlainDate | null }
  | { readonly kind: 'moment'; readonly value: Instant | null }
  | { readonly kind: 'count'; readonly value: number | null }
export type CellKind = Cell['kind']

export function textCell(value: string): Cell {
  return { kind: 'text', value }
}

interface Headed {
  readonly header: Bilingual
  /** In characters; by the kind where it is left out. */
  readonly width?: number
}

/** A column, and how its value is found in a row. `total`: its sum stands below the table. */
export type TableColumn<Row> = Headed & {
  /** What a workbook reckons the cell by, while it shows the value; null where it stands as it is. */
  readonly formula?: (row: Row) => string | null
} & (
    | { readonly kind: 'text'; readonly value: (row: Row) => string | null }
    | { readonly kind: 'date'; readonly value: (row: Row) => PlainDate | null }
    | { readonly kind: 'moment'; readonly value: (row: Row) => Instant | null }
    | { readonly kind: 'money'; readonly value: (row: Row) => Fen | null; readonly total: boolean }
    | { readonly kind: 'count'; readonly value: (row: Row) => number | null; readonly total: boolean }
  )

/** A table to be written, its cells laid out. Make it with `tableOf`. */
export interface Table {
  /** The name of its sheet. */
  readonly name: Bilingual
  readonly columns: readonly (Headed & { readonly kind: CellKind; readonly total: boolean })[]
  readonly rows: readonly (readonly Cell['value'][])[]
  /** By row and column; see TableColumn. */
  readonly formulas: readonly (readonly (string | null)[])[]
}

/** Tables that leave the desk together. */
export interface TableDocument {
  /** Name of the file without its ending. */
  readonly fileStem: string
  /** CSV holds the first table only. */
  readonly tables: readonly [Table, ...Table[]]
  /**
   * The control sheet 汇总 of a workbook, row by row, a label first: filters, counts, when and by whom. Below them
   * the writer compares every total of the tables with its sum in fen. With neither rows nor totals there is no such sheet.
   */
  readonly control: readonly (readonly Cell[])[]
}

/** Lays rows out under columns. */
export function tableOf<Row>(
  name: Bilingual,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): Table {
  return {
    name,
    columns: columns.map(({ header, kind, width, ...column }) => ({
      header,
      kind,
      ...(width === undefined ? {} : { width }),
      total: 'total' in column && column.total,
    })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
    formulas: columns.some(({ formula }) => formula !== undefined)
      ? rows.map((row) => columns.map(({ formula }) => formula?.(row) ?? null))
      : [],
  }
}

/** Sum of a column, in whole numbers. */
export function columnTotal({ rows }: Table, column: number): number {
  return rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)
}
